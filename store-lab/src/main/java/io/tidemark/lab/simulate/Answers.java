package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cashiers were told, to which tills are held: the same question has the same answer, and what
 * was told is kept. And which of it planted faults took from the last disk that had it.
 */
final class Answers {
    private final Histories histories;
    private final Map<CommandId, Told> told = new LinkedHashMap<>();
    private final Set<CommandId> takenByFaults = new HashSet<>();
    private final Set<CommandId> askedAnew = new HashSet<>();

    /**
     * What a cashier was answered.
     *
     * @param entries that it stands in, wherever they are
     */
    record Told(JournalId journal, List<EntryBytes> entries, boolean trade) {
        /**
         * Whether it says the same: what a power cut had left of the command's beginning, and was
         * told to nobody, may stand before it.
         */
        boolean endsWith(Told other) {
            int before = entries.size() - other.entries.size();
            return before >= 0 && entries.subList(before, entries.size()).equals(other.entries);
        }
    }

    Answers(Histories histories) {
        this.histories = histories;
    }

    Map<CommandId, Told> told() {
        return told;
    }

    Set<CommandId> takenByFaults() {
        return takenByFaults;
    }

    /** On a disk that was put back: it may stand on both branches, and counts once. */
    void askedAnew(CommandId command) {
        askedAnew.add(command);
    }

    boolean isAskedAnew(CommandId command) {
        return askedAnew.contains(command);
    }

    void told(JournalId journal, Question question, long first, long last) {
        CommandId id = question.id();
        List<Written> written = histories.of(journal).branches().getLast();
        List<EntryBytes> entries =
                written.subList((int) first - 1, (int) last).stream().map(Written::bytes).toList();
        requireSame(id, new Told(journal, entries, question.isTrade()));
        Written entry = written.get((int) last - 1);
        Violation.require(
                id.equals(entry.command()),
                Check.SAME_ANSWER,
                () -> "entry " + last + " is not what was asked with " + id);
    }

    private void requireSame(CommandId id, Told now) {
        boolean anew = askedAnew.contains(id);
        Told before = anew ? told.put(id, now) : told.putIfAbsent(id, now);
        if (anew) takenByFaults.remove(id);
        Violation.require(
                before == null || now.endsWith(before) || anew,
                Check.SAME_ANSWER,
                () -> id + " was " + before + " and is " + now);
    }

    /**
     * Nobody was told of these.
     *
     * @param end where the journal ends after a restart
     */
    void requireUntold(JournalId journal, List<Written> gone, long end) {
        for (Written entry : gone)
            Violation.require(
                    !isTold(entry),
                    Check.TOLD_IS_KEPT,
                    () ->
                            journal
                                    + " ends at "
                                    + end
                                    + " after a restart, and a cashier was told more");
    }

    /** One that was asked anew may have been told of before, on another branch. */
    private boolean isTold(Written entry) {
        Told answered = entry.command() == null ? null : told.get(entry.command());
        return answered != null && answered.entries().contains(entry.bytes());
    }

    /**
     * A planted fault took these from one disk; were they on no other, they are destroyed.
     *
     * @param kept what is on any disk
     */
    void took(List<Written> entries, Set<CommandId> kept) {
        for (Written entry : entries) {
            CommandId command = entry.command();
            if (command != null && told.containsKey(command) && !kept.contains(command))
                takenByFaults.add(command);
        }
    }

    /** What was on its way when the last disk that had it was gone is not gone. */
    void arrived(JournalId journal, Head head) {
        if (!takenByFaults.isEmpty())
            takenByFaults.removeAll(commands(histories.upTo(journal, head)));
    }

    static Set<CommandId> commands(List<Written> entries) {
        Set<CommandId> commands = new HashSet<>();
        for (Written entry : entries) {
            CommandId command = entry.command();
            if (command != null) commands.add(command);
        }
        return commands;
    }
}
