-- Events are stored in the order of their positions and, but for a transaction's length, of their times. So a time's
-- place is found by halving, and the index by time, which every append would pay for, is not needed.
DROP INDEX infrastructure.event_by_time;

-- A position before which no event is that late, if no transaction takes longer than the slack that the caller adds.
CREATE FUNCTION infrastructure.position_at(wanted timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    low    bigint := coalesce((SELECT min(global_index) FROM infrastructure.event), 0);
    high   bigint := coalesce((SELECT max(global_index) FROM infrastructure.event), 0) + 1;
    middle bigint;
    found  timestamptz;
BEGIN
    WHILE low < high LOOP
        middle := (low + high) / 2;
        SELECT at INTO found FROM infrastructure.event
         WHERE global_index >= middle ORDER BY global_index LIMIT 1;
        IF found < wanted THEN low := middle + 1; ELSE high := middle; END IF;
    END LOOP;
    RETURN low;
END $$;
