package vmmref.vectors.baremetal;

import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Fields;

/// How a case is executed.
///
/// @param steps      after how many steps it is over, at least one
/// @param until      the bundle at which it is over, if it ends at one
/// @param stepping   whether the harness sets PSR.ss, which the case does not
/// @param collecting whether the harness sets PSR.ic, which the case does not
/// @param jumping    whether it is entered by a branch, to slot 0, so that IPSR, IIP and IFS are its own
/// @param own        whether IVA is its own
/// @param planted    the instruction in whose place there is a branch or a break that leads to the harness, if that is how it ends
/// @param beyond     whether the rest of a bundle, which does nothing, is executed before that
/// @param breaking   whether it is a break
record Conduct(int steps, Option<Long> until, boolean stepping, boolean collecting, boolean jumping, boolean own, Option<Position> planted, boolean beyond, boolean breaking) {
    private static final String COLLECTING = "collecting";
    private static final String JUMPING    = "jumping";
    private static final String OWN        = "own";
    private static final String BEYOND     = "beyond";
    private static final String BREAKING   = "breaking";
    private static final String PLANTED    = "planted";
    private static final Pattern POSITION  = Pattern.compile("[0-9a-f]{16}\\.[0-2]");

    /// {@return how a case is single-stepped}
    static Conduct stepped(int steps, Option<Long> until, boolean stepping, boolean collecting) {
        return new Conduct(steps, until, stepping, collecting, false, false, Option.none(), false, false);
    }

    /// {@return the same case, which ends where there is a branch to the harness}
    Conduct planted(Position at, boolean enteredByBranch, boolean ownVectors, boolean later) {
        return new Conduct(steps, until, false, false, enteredByBranch, ownVectors, Option.some(at), later, false);
    }

    /// {@return the same case, which ends where there is a break, at whatever privilege level}
    Conduct broken(Position at) {
        return new Conduct(steps, until, false, false, false, false, Option.some(at), false, true);
    }

    /// Puts what is not usual into an object.
    void put(ObjectNode json) {
        if (collecting) json.put(COLLECTING, true);
        if (jumping)    json.put(JUMPING, true);
        if (own)        json.put(OWN, true);
        if (beyond)     json.put(BEYOND, true);
        if (breaking)   json.put(BREAKING, true);
        planted.forEach(at -> json.put(PLANTED, at.bundle() + "." + at.slot()));
    }

    /// {@return the conduct that [#put] put into an object}
    ///
    /// @param usual that of a case that is single-stepped
    static Conduct read(Fields fields, Conduct usual) {
        Conduct stepped = new Conduct(usual.steps, usual.until, usual.stepping, flag(fields, COLLECTING), false, false, Option.none(), false, false);
        if (!fields.has(PLANTED)) return stepped;
        Position at = position(fields.matching(PLANTED, POSITION, "an address and a slot"));
        return flag(fields, BREAKING) ? stepped.broken(at) : stepped.planted(at, flag(fields, JUMPING), flag(fields, OWN), flag(fields, BEYOND));
    }

    private static boolean flag(Fields fields, String name) {
        return fields.json().path(name).asBoolean(false);
    }

    private static Position position(String text) {
        return new Position(new VirtualAddress(Long.parseUnsignedLong(text.substring(0, 16), 16)), text.charAt(17) - '0', Option.none());
    }

}
