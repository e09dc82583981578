package io.tidemark.fog.closedown;

import io.tidemark.ledger.event.StoreDayClosed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the close-down of a day stands.
 *
 * @param ownBlockers what stands in the way at this gateway itself
 * @param closed the store Z and its supplements, in order; empty while the day is open
 */
public record Checklist(
        LocalDate day,
        List<Blocker> ownBlockers,
        List<DeviceCheck> devices,
        List<StoreDayClosed> closed) {
    /** What can be done about the day. */
    public enum State {
        BLOCKED,
        READY,
        CLOSED,
        /** Closed, and entries of the day have come since: they make a supplement. */
        LATE_ENTRIES
    }

    public Checklist {
        ownBlockers = List.copyOf(ownBlockers);
        devices = List.copyOf(devices);
        closed = List.copyOf(closed);
    }

    /** The journals that are worked with now. */
    public List<DeviceCheck> current() {
        return devices.stream().filter(DeviceCheck::isCurrent).toList();
    }

    /** Each device once: by its current journal, or the last where another took its place. */
    public List<DeviceCheck> tills() {
        Map<String, DeviceCheck> tills = new LinkedHashMap<>();
        for (DeviceCheck check : devices)
            tills.merge(
                    check.device(),
                    check,
                    (before, next) -> next.isCurrent() || !before.isCurrent() ? next : before);
        return List.copyOf(tills.values());
    }

    /** Whether it is a day of the store: else there is nothing to close, now or later. */
    public boolean isDay() {
        return ownBlockers.stream()
                .noneMatch(blocker -> blocker.kind() == Blocker.Kind.NO_DAY_OF_STORE);
    }

    public State state() {
        if (!closed.isEmpty())
            return devices.stream().anyMatch(DeviceCheck::late) ? State.LATE_ENTRIES : State.CLOSED;
        return blockers().isEmpty() ? State.READY : State.BLOCKED;
    }

    public List<Blocker> blockers() {
        return Stream.concat(
                        ownBlockers.stream(),
                        devices.stream().flatMap(device -> device.blockers().stream()))
                .sorted(Comparator.comparing(Blocker::kind))
                .toList();
    }

    /** What still stands in the way if these devices are left out. */
    public List<Blocker> blockersWithout(Set<String> leftOut) {
        return blockers().stream()
                .filter(blocker ->
                        !blocker.kind().canBeLeftOut() || !leftOut.contains(blocker.device()))
                .toList();
    }

    /** Of these devices, those that stand in the way: leaving them out makes a difference. */
    public SortedSet<String> leftOut(Set<String> without) {
        SortedSet<String> leftOut = new TreeSet<>(wouldBeLeftOut());
        leftOut.retainAll(without);
        return leftOut;
    }

    /** The devices a person would have to leave out to close now. */
    public Set<String> wouldBeLeftOut() {
        return blockers().stream()
                .filter(blocker -> blocker.kind().canBeLeftOut())
                .map(Blocker::device)
                .collect(Collectors.toSet());
    }
}
