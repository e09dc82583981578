package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Answers.Told;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.SeedResult.Figures;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what stands on every disk at the end against the driver's own record. */
final class Ending {
    private final World world;
    private final Oracle oracle;
    private @Nullable Places found;

    Ending(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    /** Where a command's entries stand, over all journals that the gateway accepted. */
    private record Places(Map<CommandId, Integer> places, Set<CommandId> anywhere) {}

    void check() {
        Places found = found();
        for (Map.Entry<CommandId, Integer> place : found.places().entrySet())
            Violation.require(
                    place.getValue() == 1 || oracle.answers().isAskedAnew(place.getKey()),
                    Check.ONCE,
                    () -> place.getKey() + " is recorded " + place.getValue() + " times");
        Set<CommandId> missing = missing(found);
        Set<CommandId> planned = new HashSet<>(oracle.answers().takenByFaults());
        planned.removeIf(id -> oracle.answers().isAskedAnew(id) && found.anywhere().contains(id));
        Violation.require(
                missing.equals(planned),
                Check.ONLY_PLANTED_LOSS,
                () -> missing.size() + " are gone and faults took " + planned.size());
        requireArrived(found);
        requireMoney();
        oracle.givenUp().requireAllArchived();
    }

    /**
     * @param violation what ended the seed before its end; null if nothing did
     */
    Figures figures(@Nullable Violation violation) {
        Places found = found();
        Set<CommandId> missing = missing(found);
        int destroyed =
                (int) missing.stream().filter(oracle.answers().takenByFaults()::contains).count();
        Tally tally = world.tally();
        long torn = world.machines().stream().mapToLong(each -> each.disk().tornWrites()).sum();
        int transactions =
                (int) oracle.answers().told().values().stream().filter(Told::trade).count();
        return new Figures(
                transactions,
                tally.faults(),
                tally.crashes(),
                tally.partitions(),
                torn,
                tally.restores(),
                tally.repairs(),
                tally.pruned(),
                violation == null ? lost(found) : lostBy(violation),
                destroyed,
                duplicated(found),
                oracle.exchanges().forked().size() + oracle.exchanges().fallen().size(),
                is(Check.FORK_NOTICED, violation),
                is(Check.CONVERGED, violation));
    }

    private int duplicated(Places found) {
        return (int)
                found.places().entrySet().stream()
                        .filter(place -> place.getValue() > 1)
                        .filter(place -> !oracle.answers().isAskedAnew(place.getKey()))
                        .count();
    }

    private static int is(Check check, @Nullable Violation violation) {
        return violation != null && violation.check() == check ? 1 : 0;
    }

    /** A seed that ends amid its day cannot be counted out: what ended it counts as one. */
    private static int lostBy(Violation violation) {
        return is(Check.NOT_LOST, violation)
                + is(Check.TOLD_IS_KEPT, violation)
                + is(Check.MARKED_IS_KEPT, violation)
                + is(Check.ONLY_PLANTED_LOSS, violation);
    }

    private Places found() {
        Places known = found;
        if (known == null) found = known = search();
        return known;
    }

    private Places search() {
        Map<CommandId, Integer> places = new HashMap<>();
        Set<CommandId> anywhere = new HashSet<>();
        for (Machine machine : world.machines())
            for (Journal journal : Repairs.journalsOf(machine))
                commands(journal)
                        .forEach(id -> {
                            anywhere.add(id);
                            if (machine == world.gateway()) places.merge(id, 1, Integer::sum);
                        });
        return new Places(places, anywhere);
    }

    /** Each once for its run of entries; a second run of the same command shows as another. */
    private static List<CommandId> commands(Journal journal) {
        List<CommandId> commands = new ArrayList<>();
        try {
            if (journal.forced().sequence() > 0)
                for (Found entry : found(journal)) add(entry.header(), commands);
        } catch (JournalDamaged stillDamaged) {
            return commands; // Only in a seed that has failed before it came to its end.
        }
        return commands;
    }

    private static void add(EntryHeader header, List<CommandId> commands) {
        CommandId id = header.command();
        if (id != null && (commands.isEmpty() || !commands.getLast().equals(id))) commands.add(id);
    }

    private Set<CommandId> missing(Places found) {
        Set<CommandId> missing = new HashSet<>(oracle.answers().told().keySet());
        missing.removeAll(found.anywhere());
        return missing;
    }

    /** Told, on some disk, and not in what the gateway accepted. */
    private int lost(Places found) {
        return (int)
                oracle.answers().told().keySet().stream()
                        .filter(id -> found.anywhere().contains(id))
                        .filter(id -> !found.places().containsKey(id))
                        .count();
    }

    private void requireArrived(Places found) {
        int lost = lost(found);
        Violation.require(lost == 0, Check.NOT_LOST, () -> lost + " told entries did not arrive");
        for (TillSite site : world.tills())
            requireArrived(
                    world.decisions().livesOf(site.first()), site.machine(), world.gateway());
        requireArrived(world.gateway().journalIds(), world.gateway(), world.headOffice());
    }

    private void requireArrived(List<JournalId> lives, Machine origin, Machine receiver) {
        for (JournalId life : lives)
            world.decisions()
                    .ending(life)
                    .ifPresentOrElse(
                            over -> requireEndsAt(journal(receiver, life), over.grant().end()),
                            () -> requireEqual(life, origin, receiver));
    }

    /** Nothing was taken in of a journal that had ended, and all that had been is there. */
    private void requireEndsAt(Journal received, Head end) {
        JournalId life = received.id();
        Violation.require(
                received.forced().equals(end),
                Check.CONVERGED,
                () -> life + " was ended at " + end + " and is at " + received.forced());
        requireAsWritten(received, oracle.history(life).branchWith(end));
    }

    /** Both ends hold the same bytes, and those that were written. */
    private void requireEqual(JournalId id, Machine origin, Machine receiver) {
        Journal mine = journal(origin, id);
        Journal theirs = journal(receiver, id);
        Violation.require(
                mine.forced().equals(theirs.forced()),
                Check.CONVERGED,
                () -> id + " is " + mine.forced() + " and at " + receiver.name() + theirs.forced());
        requireAsWritten(theirs, oracle.history(id).branches().getLast());
    }

    private static void requireAsWritten(Journal received, @Nullable List<Written> written) {
        if (received.forced().sequence() == 0) return;
        List<Found> found = found(received);
        for (int i = 0; i < found.size(); i++)
            if (!Objects.requireNonNull(written).get(i).is(found.get(i)))
                throw new Violation(
                        Check.PREFIX, received.id() + " was altered at entry " + (i + 1));
    }

    private static List<Found> found(Journal journal) {
        Replayed replayed = new Replayed(EntryVisitor.NOBODY);
        journal.replay(1, replayed);
        return replayed.entries();
    }

    private static Journal journal(Machine machine, JournalId id) {
        return Repairs.journalsOf(machine).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Posting posted(Database.Rows rows) {
        Posting sum = Posting.NOTHING;
        for (JournalId store : world.gateway().journalIds()) sum = sum.plus(rows.of(store).sums());
        return sum;
    }

    /**
     * What head office has posted is what the tills' accepted journals say, each command once, to
     * the minor unit of each currency.
     */
    private void requireMoney() {
        Posting taken = Posting.NOTHING;
        for (TillSite site : world.tills()) taken = taken.plus(taken(site));
        if (!(world.headOffice().node() instanceof HeadOfficeNode headOffice))
            throw new IllegalStateException("head office is not running");
        Posting posted = posted(headOffice.projection().rows());
        Posting expected = taken;
        Violation.require(
                posted.equals(expected),
                Check.MONEY,
                () -> "head office posted " + posted + " and the tills took " + expected);
    }

    /** In all lives of a till; an entry of a branch whose like was accepted before is not new. */
    private Posting taken(TillSite site) {
        Posting sum = Posting.NOTHING;
        Set<Asked> before = new HashSet<>();
        for (JournalId life : world.decisions().livesOf(site.first())) {
            Set<Asked> here = new HashSet<>();
            for (Written entry : accepted(life)) {
                Asked asked = Asked.of(entry);
                if (asked == null || !before.contains(asked)) sum = sum.plus(entry.posting());
                if (asked != null) here.add(asked);
            }
            before.addAll(here);
        }
        return sum;
    }

    /** One of the entries that a command asked for. */
    private record Asked(CommandId command, int type) {
        static @Nullable Asked of(Written entry) {
            CommandId command = entry.command();
            return command == null
                    ? null
                    : new Asked(command, EntryCodec.header(entry.bytes()).type());
        }
    }

    private List<Written> accepted(JournalId journal) {
        Head held = oracle.copies().heldBy(world.gateway().name(), journal);
        if (held == null || held.sequence() == 0) return List.of();
        List<Written> branch = oracle.history(journal).branchWith(held);
        return Objects.requireNonNull(branch).subList(0, (int) held.sequence());
    }
}
