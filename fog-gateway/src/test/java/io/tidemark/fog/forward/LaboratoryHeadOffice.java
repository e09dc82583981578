package io.tidemark.fog.forward;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.recover.Keeping;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import io.tidemark.node.forks.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Head office in memory, with the real receiver core; it can go away, and lose an answer. */
public final class LaboratoryHeadOffice implements HeadOffice, Keeping {
    public static final NodeName NAME =
            new NodeName(LaboratoryStore.ORGANISATION, NodeName.HEAD_OFFICE_STORE, "ledger");

    private final LaboratoryStore store;
    private final JournalId origin;
    private final List<EntryBytes> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final Map<String, Hash> archive = new HashMap<>();
    private final Map<Keeping.Kept, byte[]> kept = new LinkedHashMap<>();
    private Optional<SignedMasterData> masterData = Optional.empty();
    private final List<EpochGrant> grants = new ArrayList<>();
    private List<Evidence> forks = List.of();
    private boolean away;
    private int answersToLose;
    private int attempts;

    public LaboratoryHeadOffice(LaboratoryStore store) {
        this.store = store;
        this.origin = new JournalId(store.gateway(), 1);
        heads.add(Head.genesis(origin));
    }

    public synchronized void goesAway(boolean gone) {
        away = gone;
    }

    /** Takes the next messages, but its answers are lost on the way. */
    public synchronized void losesAnswers(int count) {
        answersToLose = count;
    }

    public synchronized List<EntryBytes> entries() {
        return List.copyOf(entries);
    }

    /** Something else stands under this name already. */
    public synchronized void keepsAnother(String name) {
        archive.put(name, Hash.digest(new byte[] {1}));
    }

    /** Its archive's disk is lost, and what it had is not in the backup. */
    public synchronized void isPutBackWithoutArchive() {
        archive.clear();
        kept.clear();
    }

    public synchronized Map<String, Hash> archive() {
        return Map.copyOf(archive);
    }

    public synchronized int attempts() {
        return attempts;
    }

    public synchronized void publishes(MasterData data) {
        masterData = Optional.of(SignedMasterData.sign(data, store.signer(NAME)));
    }

    public synchronized void publishes(SignedMasterData signed) {
        masterData = Optional.of(signed);
    }

    @Override
    public synchronized Answer hello(Hello hello) throws HeadOfficeAway {
        reached();
        return answered(
                switch (Receiver.examine(hello, known())) {
                    case Verdict.Known _, Verdict.Fresh _ -> new Answer.Marked(mark());
                    case Verdict.Gap _ -> new Answer.Gap(mark());
                    case Verdict.Forked(long at, Hash ours, Hash theirs) ->
                            new Answer.Forked(at, ours, theirs);
                    case Verdict.Refused(Answer.Reason reason, String why) ->
                            new Answer.Refused(reason, why);
                });
    }

    @Override
    public synchronized Answer batch(Batch batch) throws HeadOfficeAway {
        reached();
        return answered(
                switch (Receiver.examine(batch, known())) {
                    case Verdict.Fresh(List<EntryBytes> fresh, SignedHead _) -> {
                        fresh.forEach(this::append);
                        yield new Answer.Marked(mark());
                    }
                    case Verdict.Known _ -> new Answer.Marked(mark());
                    case Verdict.Gap _ -> new Answer.Gap(mark());
                    case Verdict.Forked(long at, Hash ours, Hash theirs) ->
                            new Answer.Forked(at, ours, theirs);
                    case Verdict.Refused(Answer.Reason reason, String why) ->
                            new Answer.Refused(reason, why);
                });
    }

    @Override
    public synchronized boolean masterDataAfter(long version, Incoming into) throws IOException {
        reached();
        Optional<SignedMasterData> newer = masterData.filter(file -> file.version() > version);
        if (newer.isEmpty()) return false;
        byte[] file = newer.get().toBytes();
        if (file.length > into.bytesMax()) throw new IOException("it is too large");
        Files.write(into.file(), file);
        return true;
    }

    /** As the real one: what stands under a name is never replaced. */
    @Override
    public synchronized Filed keep(Sealed sealed) throws IOException {
        reached();
        String name = sealed.origin().label() + "/" + sealed.segment();
        byte[] content = Files.readAllBytes(sealed.file());
        Hash hash = Hash.digest(content);
        Hash before = archive.putIfAbsent(name, hash);
        if (before != null && !before.equals(hash))
            return new Filed.RefusedForGood("409 another content");
        kept.put(new Keeping.Kept(sealed.origin(), sealed.segment(), content.length), content);
        if (answersToLose > 0) {
            answersToLose--;
            throw new HeadOfficeAway("the answer was lost");
        }
        return new Filed.Kept(
                ArchiveReceipt.sign(
                        new JournalId(NAME, 1),
                        sealed.origin(),
                        new ArchiveReceipt.Kept(sealed.segment(), content.length, hash),
                        store.signer(NAME)));
    }

    @Override
    public synchronized void report(List<Evidence> standing) throws HeadOfficeAway {
        reached();
        forks = List.copyOf(standing);
    }

    @Override
    public synchronized List<EpochGrant> grants() throws HeadOfficeAway {
        reached();
        return List.copyOf(grants);
    }

    @Override
    public synchronized void show(EpochGrant grant) throws HeadOfficeAway {
        reached();
        grants.add(grant);
    }

    /** A person decides. */
    public Signer signer() {
        return store.signer(NAME);
    }

    public synchronized EpochGrant approves(EpochGrant.Between between) {
        JournalId old = between.continued();
        EpochGrant grant =
                EpochGrant.sign(
                        between,
                        new JournalId(old.node(), old.epoch() + 1),
                        new EpochGrant.Why("old disk put back", "Ann"),
                        store.signer(NAME));
        grants.add(grant);
        return grant;
    }

    /** What the gateway last reported. */
    public synchronized List<Evidence> forks() {
        return forks;
    }

    @Override
    public synchronized Optional<Batch> entries(int epoch, long from) throws HeadOfficeAway {
        reached();
        if (epoch != origin.epoch() || from > entries.size()) return Optional.empty();
        return Optional.of(
                new Batch(
                        origin,
                        from,
                        entries.subList((int) from - 1, entries.size()),
                        SignedHead.sign(origin, heads.getLast(), store.signer(store.gateway()))));
    }

    @Override
    public synchronized List<Keeping.Kept> archived() throws HeadOfficeAway {
        reached();
        return List.copyOf(kept.keySet());
    }

    @Override
    public synchronized void fetch(Keeping.Kept segment, Path file) throws IOException {
        reached();
        Files.write(file, Objects.requireNonNull(kept.get(segment)));
    }

    private void reached() throws HeadOfficeAway {
        attempts++;
        if (away) throw new HeadOfficeAway("no connection");
    }

    private Answer answered(Answer answer) throws HeadOfficeAway {
        if (answersToLose == 0) return answer;
        answersToLose--;
        throw new HeadOfficeAway("the answer was lost");
    }

    private void append(EntryBytes entry) {
        entries.add(entry);
        heads.add(heads.getLast().then(entry));
    }

    private Mark mark() {
        return Mark.sign(new JournalId(NAME, 1), origin, heads.getLast(), store.signer(NAME));
    }

    private Known known() {
        return new Known(
                store.gateway(),
                origin,
                heads.getLast(),
                sequence -> heads.get((int) sequence).hash(),
                store.roster().verifier(store.gateway()),
                false);
    }
}
