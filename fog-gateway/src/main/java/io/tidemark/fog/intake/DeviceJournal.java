package io.tidemark.fog.intake;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.Quarantine;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.writer.Group;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * A device's journal as this gateway has received it. What changes it is called in its lane alone;
 * the rest by any thread, and sees forced entries only.
 */
public final class DeviceJournal implements DeviceDays {
    /** After how long a device asks again whether a person has seen to this gateway. */
    private static final Duration LOST_RETRY = Duration.ofSeconds(30);

    private final Roster.Member member;
    private final ReceivedJournal received;
    private final DayIndex days;
    private final List<Taken> appended = new ArrayList<>();
    private volatile Optional<JournalContinued> continues = Optional.empty();
    private volatile boolean begun;
    private volatile boolean ended;
    private volatile Optional<Mark> lost = Optional.empty();

    DeviceJournal(Roster.Member member, ReceivedJournal received, DayIndex days) {
        this.member = member;
        this.received = received;
        this.days = days;
    }

    @Override
    public NodeName device() {
        return member.name();
    }

    @Override
    public String workstation() {
        return member.workstation();
    }

    /**
     * Whether its day begins by itself when it is used, so that a day it has not begun is nothing
     * to wait for.
     */
    @Override
    public boolean opensByItself() {
        return switch (member.role()) {
            case HANDHELD -> true;
            case TILL, GATEWAY, HEAD_OFFICE -> false;
        };
    }

    @Override
    public JournalId id() {
        return received.id();
    }

    /** What is on disk here. */
    @Override
    public Head received() {
        return received.received();
    }

    @Override
    public Optional<DaySpan> day(LocalDate day) {
        return days.day(day);
    }

    /** What a fold goes by. */
    @Override
    public Reach reach(LocalDate day) {
        return days.reach(day);
    }

    /**
     * @param end the last entry that the span takes into account
     */
    public record Reach(long end, Optional<DaySpan> span) {}

    /** All business days it has entries of, in order. */
    public NavigableMap<LocalDate, DaySpan> days() {
        return Collections.unmodifiableNavigableMap(days.days());
    }

    /** Shows every entry from this one to the last that is forced. */
    public void replay(long from, EntryVisitor visitor) {
        if (from <= received().sequence()) journal().replay(from, visitor);
    }

    /** What it goes on from, where it does. */
    @Override
    public Optional<JournalContinued> continues() {
        if (!begun && received().sequence() > 0) {
            continues = DeviceDays.continuing(journal().entry(1));
            begun = true;
        }
        return continues;
    }

    /**
     * Where its workstation stands for a journal that goes on from it.
     *
     * @param shared the last entry that both have
     * @param end the last that was accepted of this one when that was granted
     */
    public StandingFold standing(Head shared, Head end) {
        StandingFold fold = new StandingFold(shared.sequence());
        if (end.sequence() > 0) journal().replay(1, end.sequence(), fold);
        return fold;
    }

    /** Another journal goes on from this one; for any thread. */
    void endsWith(EpochGrant grant) {
        ended = true;
        received.endsAt(grant.shared(), grant.end());
    }

    /**
     * Whether nothing is open about it: it has not forked and took no branch in, nobody has granted
     * that another goes on from it, all of it can be read, and its device has not shown more than
     * is here.
     */
    public boolean isUndisputed() {
        boolean tookIn = continues().filter(from -> from.branchEntries() > 0).isPresent();
        return !ended && !tookIn && !isQuarantined() && unreadable().isEmpty() && lost().isEmpty();
    }

    /** Whether somebody has granted that another goes on from it. */
    boolean isEnded() {
        return ended;
    }

    /** The branches that came of it, as they were sent. */
    public Quarantine quarantine() {
        return received.quarantine();
    }

    @Override
    public Journal journal() {
        return received.journal();
    }

    /** Whether a second branch of it is kept, decided upon or not. */
    public boolean isQuarantined() {
        return received.isQuarantined();
    }

    /** Both branches, where it forked. */
    public Optional<Evidence> fork() {
        return Evidence.of(received);
    }

    /**
     * A device that shows a mark beyond what is here is not made to pay for this gateway's disk: it
     * is neither quarantined nor given a lower mark.
     */
    Answer hello(Hello hello) {
        Optional<Mark> shown = received.lost(hello);
        if (shown.isEmpty()) return received.hello(device(), hello);
        lost = shown;
        return new Answer.NotNow(LOST_RETRY);
    }

    /** A mark of this gateway that it no longer keeps, as the device has shown. */
    public Optional<Mark> lost() {
        return lost;
    }

    /** Appends what is fresh; it is on disk when the group is answered. */
    Taken batch(Batch batch, Group group) {
        group.force(id(), this::force);
        Taken taken = received.batch(device(), batch);
        if (!taken.appended().isEmpty()) appended.add(taken);
        return taken;
    }

    /** Only what is on disk is in the index of days: a close-down sees nothing else. */
    private void force() {
        received.force();
        for (Taken taken : appended) {
            long sequence = taken.from();
            for (EntryBytes entry : taken.appended()) days.accept(sequence++, entry);
        }
        appended.clear();
    }

    /** Seals the current segment, so that it can be archived. */
    void closeSegment() {
        force();
        received.closeSegment();
    }

    /** Movements of cash of a day that no second person has confirmed here, by their commands. */
    public Set<CommandId> unconfirmedCash(LocalDate day) {
        return days.unconfirmedCash(day);
    }

    /** Whether that movement of cash was made or confirmed here. */
    public boolean tellsOfCash(CommandId movement) {
        return days.tellsOfCash(movement);
    }

    Optional<DayIndex.Unreadable> unreadable() {
        return days.unreadable();
    }
}
