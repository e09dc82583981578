package io.tidemark.fog.intake;

import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.identity.Ed25519;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.kept.Scratch;
import io.tidemark.node.packing.Packing;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * Sends made-up batches of a made-up till down the whole path once at start: parsed, judged,
 * chained, verified, forced, marked. The first real receipt then takes milliseconds, not hundreds
 * of them. Keys, journal and organisation exist for this only and are thrown away.
 */
public final class WarmUp {
    private static final int RECEIPTS = 300;
    private static final int BACKLOGS = 12;

    /** Entries of a backlog's batch, each of about a receipt's size. */
    private static final int BACKLOG = 500;

    private static final int REASON_CHARACTERS = 400;
    private static final NodeName GATEWAY = new NodeName("warm-up.invalid", "warm-up", "gateway");
    private static final NodeName TILL = new NodeName("warm-up.invalid", "warm-up", "till");
    private static final LocalDate DAY = LocalDate.EPOCH;

    private final Path parent;

    /**
     * @param parent where a directory of its own is made, and removed
     */
    public WarmUp(Path parent) {
        this.parent = parent;
    }

    public void run() throws IOException {
        try (Scratch scratch = Scratch.at(parent.resolve("warm-up"))) {
            warmUp(scratch.directory());
        }
    }

    private static void warmUp(Path scratch) {
        KeyPair gateway = Ed25519.newKeys();
        KeyPair till = Ed25519.newKeys();
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Changes changes = new Changes();
        try (DeviceJournals journals =
                        DeviceJournals.open(
                                roster(gateway, till),
                                new ReceivedJournal.Self(
                                        new JournalId(GATEWAY, 1),
                                        Ed25519.signer(gateway.getPrivate())),
                                JournalKey.of(new byte[JournalKey.BYTES]),
                                new JournalPlaces(
                                        scratch.resolve("journal"),
                                        scratch.resolve("marks"),
                                        scratch.resolve("quarantine")));
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(), Runnable::run, WarmUp::failed)) {
            Intake intake =
                    new Intake(
                            Lanes.all(writer),
                            journals,
                            new Epochs(journals, nobodys(scratch), _ -> (_, _) -> false),
                            Room.ENDLESS,
                            new Devices(clock, changes),
                            new Alerts(clock, changes),
                            () -> {});
            send(intake, writer, Ed25519.signer(till.getPrivate()));
        }
    }

    private static Grants nobodys(Path scratch) {
        return new Grants(scratch.resolve("grants"), new KeptFiles(WarmUp::failed), _ -> false);
    }

    private static void send(Intake intake, SingleWriter writer, Signer signer) {
        List<EntryBytes> receipt = List.of(entry());
        Head head = Head.genesis(new JournalId(TILL, 1));
        for (int i = 0; i < RECEIPTS; i++) head = send(receipt, head, intake, writer, signer);
        List<EntryBytes> backlog = Collections.nCopies(BACKLOG, entry());
        for (int i = 0; i < BACKLOGS; i++) head = send(backlog, head, intake, writer, signer);
    }

    private static Head send(
            List<EntryBytes> entries,
            Head before,
            Intake intake,
            SingleWriter writer,
            Signer signer) {
        JournalId journal = new JournalId(TILL, 1);
        Head head = before;
        for (EntryBytes entry : entries) head = head.then(entry);
        SignedHead signed = SignedHead.sign(journal, head, signer);
        Batch batch = new Batch(journal, before.sequence() + 1, entries, signed);
        var answer = intake.batch(TILL, Packing.packed(batch.toBytes()));
        writer.step();
        if (!(answer.join() instanceof Answer.Marked))
            throw new IllegalStateException("the warm-up was not marked: " + answer.join());
        return head;
    }

    private static EntryBytes entry() {
        EntryHeader header =
                new EntryHeader(
                        EventType.NO_SALE.code(),
                        EventType.NO_SALE.critical(),
                        null,
                        0,
                        "warm-up",
                        "",
                        0,
                        DAY,
                        DAY.atStartOfDay().atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        1);
        return EntryCodec.encode(
                new Entry(header, new NoSale("warm-up ".repeat(REASON_CHARACTERS / 8))));
    }

    private static Roster roster(KeyPair gateway, KeyPair till) {
        return new Roster(
                GATEWAY.organisation(),
                true,
                1,
                List.of(
                        new Roster.StoreFacts(
                                GATEWAY.store(),
                                "warm-up",
                                ZoneOffset.UTC,
                                0,
                                new CurrencyCode("EUR"),
                                RawPublicKey.of(new byte[RawPublicKey.BYTES]))),
                List.of(member(GATEWAY, Role.GATEWAY, gateway), member(TILL, Role.TILL, till)));
    }

    private static Roster.Member member(NodeName name, Role role, KeyPair keys) {
        return new Roster.Member(
                name,
                role,
                name.device(),
                1,
                Ed25519.raw(keys.getPublic()),
                Hash.of(new byte[Hash.BYTES]));
    }

    private static void failed(Throwable why) {
        throw new IllegalStateException("the warm-up broke off", why);
    }
}
