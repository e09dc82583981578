package io.tidemark.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Unknown;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A till, what it signs with, and entries of any day and size. */
final class Shop {
    static final JournalId TILL = new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);
    static final JournalId OTHER_TILL =
            new JournalId(new NodeName("shop.example", "s001", "till-2"), 1);
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final EntryVisitor NOBODY = (sequence, hash, entry) -> {};

    /** Fast and worthless: tests that open a journal ten thousand times are about the journal. */
    static final Signer SIGNER =
            statement -> {
                byte[] digest = Hash.digest(statement).toBytes();
                byte[] signature = Arrays.copyOf(digest, 64);
                System.arraycopy(digest, 0, signature, 32, 32);
                return signature;
            };

    static final Verifier VERIFIER =
            (statement, signature) -> Arrays.equals(SIGNER.sign(statement), signature);

    private static final int TYPE = 9_000;

    private Shop() {}

    static Whose whose() {
        return new Whose(TILL, key(), VERIFIER);
    }

    static JournalKey key() {
        return JournalKey.of(
                Arrays.copyOf(
                        "a journal key of thirty-two bytes".getBytes(UTF_8), JournalKey.BYTES));
    }

    static JournalKey key(RandomGenerator randomness) {
        return new JournalKey(
                Arrays.copyOf(
                        "a journal key of thirty-two bytes".getBytes(UTF_8), JournalKey.BYTES),
                randomness);
    }

    static Journal open(Storage storage) {
        return Journal.open(whose(), storage, NOBODY);
    }

    static EntryBytes entry(LocalDate day, String text) {
        return entry(day, text.getBytes(UTF_8));
    }

    static EntryBytes entry(LocalDate day, byte[] content) {
        EntryHeader header =
                new EntryHeader(
                        TYPE,
                        false,
                        null,
                        0,
                        "1",
                        "ann",
                        1,
                        day,
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        1);
        byte[] event = new CborWriter().array(1).bytes(content).toBytes();
        return EntryCodec.encode(new Entry(header, new Unknown(TYPE, false, event)));
    }
}
