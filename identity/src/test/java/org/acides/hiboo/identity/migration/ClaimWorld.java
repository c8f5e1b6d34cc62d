package org.acides.hiboo.identity.migration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be expected of a service's old accounts, said without a database. */
final class ClaimWorld {

    enum Kind {
        CLAIM,
        CLAIM_WRONGLY,
        CONTEST,
        STAYS,
        MOVES,
        LOCKED,
        SUSPEND,
        RESTORE,
        DELETE,
        UNDO,
        ERASE,
        TRANSFER,
        ESCAPE,
        DEPART,
        CREATE,
        IMPORT,
        CANCEL,
        CLOSE
    }

    /** One of the people does something about one of the names. */
    record Act(Kind kind, int person, int name) {}

    /** Of a kind that is possible now, one act; the blind one where there is none, or where nobody looks. */
    Act choose(Act blind, boolean looks) {
        List<Act> possible = looks ? acts().filter(this::changes).toList() : List.of();
        List<Kind> kinds = possible.stream().map(Act::kind).distinct().toList();
        if (kinds.isEmpty()) return blind;
        Kind kind = kinds.get(blind.kind().ordinal() % kinds.size());
        List<Act> of = possible.stream().filter(act -> act.kind() == kind).toList();
        return of.get((blind.person() * names.length + blind.name()) % of.size());
    }

    private Stream<Act> acts() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.CANCEL && kind != Kind.CLOSE)
                .flatMap(kind -> IntStream.range(0, escapes.length * names.length)
                        .mapToObj(one -> new Act(kind, one / names.length, one % names.length)));
    }

    private boolean changes(Act act) {
        Name name = names[act.name()];
        boolean there = name.owner != null && name.contester == null;
        return switch (act.kind()) {
            case ERASE -> there && name.deleted;
            case DEPART -> there && name.leaving;
            case UNDO -> name.deleted && allows(act);
            default -> allows(act);
        };
    }

    /** A name, and the profile that goes by it. */
    static final class Name {
        boolean taken;
        boolean unclaimed;
        boolean provable;

        @Nullable
        Integer owner;

        @Nullable
        Integer contester;

        boolean suspended;
        boolean deleted;
        boolean leaving;

        boolean enters() {
            return owner != null && contester == null && !suspended && !deleted && !leaving;
        }

        private boolean counts() {
            return owner != null && (suspended || !deleted && !leaving);
        }

        private boolean of(int person) {
            return owner != null && owner == person;
        }

        private boolean free(int person) {
            return of(person) && contester == null;
        }

        private void end() {
            owner = null;
            contester = null;
            provable = false;
        }
    }

    final Name[] names;
    final int[] escapes;
    private final int quota;
    boolean listed;

    ClaimWorld(int people, int names, int quota) {
        this.names = IntStream.range(0, names).mapToObj(any -> new Name()).toArray(Name[]::new);
        this.escapes = new int[people];
        this.quota = quota;
    }

    /** To whom a transfer goes. */
    int next(int person) {
        return (person + 1) % escapes.length;
    }

    boolean allows(Act act) {
        Name name = names[act.name()];
        int person = act.person();
        return switch (act.kind()) {
            case CLAIM -> name.unclaimed && room(person);
            case CLAIM_WRONGLY -> false;
            case CONTEST ->
                room(person) && (name.unclaimed || name.provable && !name.of(person) && name.contester == null);
            case STAYS, LOCKED -> name.contester != null;
            case MOVES -> name.contester != null && room(name.contester);
            case SUSPEND, RESTORE -> name.owner != null;
            case DELETE -> name.free(person) && !name.deleted;
            case UNDO -> name.free(person) && (!name.deleted || counting(person) - (name.counts() ? 1 : 0) < quota);
            case TRANSFER -> name.of(person) && name.enters() && room(next(person));
            case ESCAPE -> name.of(person) && name.enters();
            case ERASE, DEPART -> true;
            case CREATE -> !name.taken && room(person);
            case IMPORT -> !listed && IntStream.range(0, names.length).anyMatch(one -> !names[one].taken);
            case CANCEL, CLOSE -> listed;
        };
    }

    void follow(Act act) {
        Name name = names[act.name()];
        switch (act.kind()) {
            case CLAIM -> claim(name, act.person());
            case CONTEST -> {
                if (name.unclaimed) claim(name, act.person());
                else name.contester = act.person();
            }
            case STAYS -> {
                name.contester = null;
                name.provable = false;
            }
            case MOVES -> {
                Integer winner = name.contester;
                name.end();
                name.owner = winner;
                name.deleted = false;
                name.leaving = false;
            }
            case LOCKED -> name.end();
            case SUSPEND -> name.suspended = true;
            case RESTORE -> name.suspended = false;
            case DELETE -> name.deleted = true;
            case UNDO -> name.deleted = false;
            case ERASE -> {
                if (name.owner != null && name.deleted && name.contester == null) name.end();
            }
            case TRANSFER -> name.owner = next(act.person());
            case ESCAPE -> {
                name.leaving = true;
                escapes[act.person()]++;
            }
            case DEPART -> {
                if (name.owner == null || name.contester != null || !name.leaving) return;
                name.leaving = false;
                name.deleted = true;
            }
            case CREATE -> {
                name.taken = true;
                name.owner = act.person();
            }
            case IMPORT -> list();
            case CANCEL -> unlist(false);
            case CLOSE -> unlist(true);
            case CLAIM_WRONGLY -> throw new AssertionError("never allowed");
        }
    }

    int counting(int person) {
        int counted = escapes[person];
        for (Name name : names) if (name.of(person) && name.counts()) counted++;
        return counted;
    }

    private boolean room(int person) {
        return counting(person) < quota;
    }

    private static void claim(Name name, int person) {
        name.unclaimed = false;
        name.provable = true;
        name.owner = person;
    }

    private void list() {
        listed = true;
        for (Name name : names)
            if (!name.taken) {
                name.taken = true;
                name.unclaimed = true;
            }
    }

    private void unlist(boolean keepNames) {
        listed = false;
        for (Name name : names)
            if (name.unclaimed) {
                name.unclaimed = false;
                name.taken = keepNames;
            }
    }
}
