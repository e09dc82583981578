package io.tidemark.fog.intake;

import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.StandingFold;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.receive.MarkNote;
import io.tidemark.ledger.receive.MarkUnkept;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Opened;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The journals of all devices of the store's roster, of every epoch, opened and checked to the last
 * byte at start. One that a grant lets begin joins them. May be read by any thread.
 */
public final class DeviceJournals implements AutoCloseable {
    private static final Comparator<JournalId> ORDER =
            Comparator.comparing(JournalId::node).thenComparingInt(JournalId::epoch);

    private final NavigableMap<JournalId, DeviceJournal> journals =
            new ConcurrentSkipListMap<>(ORDER);
    private final Map<JournalId, Healing> healing = new ConcurrentHashMap<>();
    private final List<Consumer<DeviceJournal>> followers = new CopyOnWriteArrayList<>();
    private final Repetitions repetitions =
            new Repetitions(() -> all().stream().map(DeviceJournal::journal).toList());
    private final Opening opening;

    private DeviceJournals(Opening opening) {
        this.opening = opening;
    }

    /** How each of them is opened. */
    private record Opening(
            Roster roster, ReceivedJournal.Self self, JournalKey key, JournalPlaces places) {}

    /**
     * @param self the store's gateway, whose devices' journals are kept here
     * @throws JournalDamaged naming the first bad entry, where its device cannot bring it again
     * @throws CannotRun if a journal is shorter than what this gateway has marked
     */
    public static DeviceJournals open(
            Roster roster, ReceivedJournal.Self self, JournalKey key, JournalPlaces places) {
        DeviceJournals opened = new DeviceJournals(new Opening(roster, self, key, places));
        try {
            places.identities(roster, self.receiver().node().store()).forEach(opened::openOrHeal);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Told of each journal that begins from now on, in its device's lane. */
    public void whenBegun(Consumer<DeviceJournal> follower) {
        followers.add(follower);
    }

    public List<DeviceJournal> all() {
        return List.copyOf(journals.values());
    }

    /** Whether what was marked before may have to come again. */
    boolean areOfAReplacedGateway() {
        return opening.self().receiver().epoch() > 1;
    }

    /** What they brought more than once. */
    public Repetitions repetitions() {
        return repetitions;
    }

    public Optional<DeviceJournal> of(JournalId journal) {
        return Optional.ofNullable(journals.get(journal));
    }

    /** Its journal of the latest epoch. */
    public Optional<DeviceJournal> of(NodeName device) {
        return journals.values().stream()
                .filter(each -> each.device().equals(device))
                .reduce((earlier, later) -> later);
    }

    /** Everyone who keeps a journal here, once. */
    public List<NodeName> devices() {
        return Stream.concat(journals.keySet().stream(), healing.keySet().stream())
                .map(JournalId::node)
                .distinct()
                .toList();
    }

    /** Those that are damaged here and come again from their devices. */
    public List<Healing> healing() {
        return List.copyOf(healing.values());
    }

    Optional<Healing> healing(JournalId journal) {
        return Optional.ofNullable(healing.get(journal));
    }

    /**
     * Makes a journal whole of which everything has come again. In its device's lane alone.
     *
     * @throws io.tidemark.ledger.journal.RestoreRefused if what came does not fit
     */
    DeviceJournal heal(Healing healed) {
        healed.restore(
                opening.places().journals().resolve(healed.journal().label()), opening.key());
        DeviceJournal whole = begin(healed.journal());
        healing.remove(healed.journal());
        return whole;
    }

    /**
     * Where a workstation stands for the journal that a grant begins: empty where not all that it
     * is upon is here. Where its device has begun another epoch meanwhile, its disk went back
     * further than that one was decided upon, and it stands where that one ends.
     */
    public Optional<Standing> standing(EpochGrant grant) {
        return of(grant.continued())
                .filter(journal -> has(journal, grant.end()))
                .map(journal -> journal.standing(grant.shared(), grant.end()))
                .map(fold ->
                        new Standing(
                                between(grant)
                                        .map(DeviceJournals::end)
                                        .map(fold::carried)
                                        .orElseGet(fold::carried),
                                fold.atShared()));
    }

    /**
     * @param carried what its next journal is to know
     * @param atShared what the device can know by itself
     */
    public record Standing(Carried carried, Carried atShared) {}

    private Optional<DeviceJournal> between(EpochGrant grant) {
        if (grant.replacesDevice()) return Optional.empty();
        return journals.values().stream()
                .filter(each -> each.device().equals(grant.successor().node()))
                .filter(each -> each.id().epoch() > grant.continued().epoch())
                .filter(each -> each.id().epoch() < grant.successor().epoch())
                .filter(each -> each.received().sequence() > 0)
                .reduce((_, later) -> later);
    }

    private static Carried end(DeviceJournal journal) {
        long last = journal.received().sequence();
        StandingFold fold = new StandingFold(last);
        journal.journal().replay(1, last, fold);
        return fold.atShared();
    }

    private static boolean has(DeviceJournal journal, Head end) {
        return journal.received().sequence() >= end.sequence()
                && journal.journal().hashAt(end.sequence()).equals(end.hash());
    }

    /** Which goes on from which, as far as their first entries are here. */
    public Lineage lineage() {
        Map<JournalId, Set<JournalId>> predecessors = new HashMap<>();
        for (DeviceJournal journal : journals.values())
            journal.continues()
                    .map(JournalContinued::predecessor)
                    .ifPresent(before -> predecessors.put(journal.id(), Set.of(before)));
        return new Lineage(predecessors);
    }

    /** Begins a journal that was granted. In its device's lane alone. */
    DeviceJournal begin(JournalId journal) {
        DeviceJournal begun = open(journal);
        followers.forEach(follower -> follower.accept(begun));
        return begun;
    }

    /** That of a journal that has not begun here: nothing. */
    Mark markOfNothing(JournalId journal) {
        ReceivedJournal.Self self = opening.self();
        return Mark.sign(self.receiver(), journal, Head.genesis(journal), self.signer());
    }

    @Override
    public void close() {
        Opened all = new Opened();
        journals.values().forEach(journal -> all.and(journal.journal()));
        all.close();
    }

    private void openOrHeal(JournalId id) {
        try {
            open(id);
        } catch (JournalDamaged damage) {
            healing.put(id, healing(damage).orElseThrow(() -> damage));
        }
    }

    /** Only what was marked can be asked for: that its device certainly had. */
    private Optional<Healing> healing(JournalDamaged damage) {
        JournalId id = damage.journal();
        JournalPlaces places = opening.places();
        ReceivedJournal.Self self = opening.self();
        return new MarkNote(new FileStorage(places.marks()), id)
                .read()
                .filter(mark -> mark.sequence() >= Math.max(1, damage.sequence()))
                .map(mark ->
                        new Healing(
                                damage,
                                Mark.sign(self.receiver(), id, mark.head(), self.signer()),
                                opening.roster().verifier(id.node()),
                                places.fetched(id)));
    }

    private DeviceJournal open(JournalId id) {
        DayIndex days = new DayIndex();
        try {
            ReceivedJournal received =
                    ReceivedJournal.open(
                            id,
                            opening.places().of(id, opening.key()),
                            opening.self(),
                            opening.roster().verifier(id.node()),
                            days.following());
            DeviceJournal journal = new DeviceJournal(member(opening.roster(), id), received, days);
            journals.put(id, journal);
            return journal;
        } catch (MarkUnkept lost) {
            throw new CannotRun(ExitCode.DAMAGED, String.valueOf(lost.getMessage()), lost);
        }
    }

    /** Opens one journal for a look: checks its bytes, and changes nothing. */
    public static DeviceJournal openToRead(
            JournalId id, Roster roster, JournalKey key, JournalPlaces places) {
        return looked(id, roster, places.toRead(id, key, false));
    }

    /** The same while the gateway runs: what is forced by now. */
    public static DeviceJournal openBeside(
            JournalId id, Roster roster, JournalKey key, JournalPlaces places) {
        return looked(id, roster, places.toRead(id, key, true));
    }

    private static DeviceJournal looked(JournalId id, Roster roster, ReceivedJournal.Place place) {
        DayIndex days = new DayIndex();
        ReceivedJournal received =
                ReceivedJournal.openToRead(id, place, roster.verifier(id.node()), days.following());
        return new DeviceJournal(member(roster, id), received, days);
    }

    private static Roster.Member member(Roster roster, JournalId journal) {
        return roster.member(journal.node()).orElseThrow();
    }

    /** Whether it is one whose journal this store's gateway receives. */
    static boolean isReceived(Roster.Member member) {
        return member.role() != Role.GATEWAY && member.role() != Role.HEAD_OFFICE;
    }
}
