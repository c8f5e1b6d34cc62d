package renovated;

import org.acides.hiboo.infrastructure.api.EventName;

/** An event that changed its shape twice; outside our packages, so that no other test has to know its steps. */
@EventName(value = "infrastructure.room-painted", revision = 2)
public record RoomPainted(String room, String colour, int coats) {}
