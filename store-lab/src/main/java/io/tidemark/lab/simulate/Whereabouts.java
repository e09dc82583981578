package io.tidemark.lab.simulate;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each command's entries stand at the end, against what cashiers were told.
 *
 * @param places how often in all journals that the gateway accepted
 * @param anywhere on any running machine's disk
 */
record Whereabouts(Map<CommandId, Integer> places, Set<CommandId> anywhere, Answers answers) {
    static Whereabouts of(World world) {
        Map<CommandId, Integer> places = new HashMap<>();
        Set<CommandId> anywhere = new HashSet<>();
        for (Machine machine : world.machines())
            for (Journal journal : Repairs.journalsOf(machine))
                commands(journal)
                        .forEach(id -> {
                            anywhere.add(id);
                            if (machine == world.gateway()) places.merge(id, 1, Integer::sum);
                        });
        return new Whereabouts(places, anywhere, world.oracle().answers());
    }

    /** Each once for its run of entries; a second run of the same command shows as another. */
    private static List<CommandId> commands(Journal journal) {
        List<CommandId> commands = new ArrayList<>();
        try {
            if (journal.forced().sequence() > 0)
                for (Found entry : Replayed.of(journal)) add(entry.header(), commands);
        } catch (JournalDamaged stillDamaged) {
            return commands; // Only in a seed that has failed before it came to its end.
        }
        return commands;
    }

    private static void add(EntryHeader header, List<CommandId> commands) {
        CommandId id = header.command();
        if (id != null && (commands.isEmpty() || !commands.getLast().equals(id))) commands.add(id);
    }

    /** Told, and nowhere. */
    Set<CommandId> missing() {
        Set<CommandId> missing = new HashSet<>(answers.told().keySet());
        missing.removeAll(anywhere);
        return missing;
    }

    /** Of which planted faults took every copy. */
    Set<CommandId> planned() {
        Set<CommandId> planned = new HashSet<>(answers.takenByFaults());
        planned.removeIf(id -> answers.isAskedAnew(id) && anywhere.contains(id));
        return planned;
    }

    /** Told, on some disk, and not in what the gateway accepted. */
    Set<CommandId> lost() {
        Set<CommandId> lost = new HashSet<>(answers.told().keySet());
        lost.retainAll(anywhere);
        lost.removeAll(places.keySet());
        return lost;
    }

    /** Accepted more than once, though nobody asked anew. */
    List<CommandId> duplicated() {
        return places.entrySet().stream()
                .filter(place -> place.getValue() > 1)
                .map(Map.Entry::getKey)
                .filter(id -> !answers.isAskedAnew(id))
                .toList();
    }
}
