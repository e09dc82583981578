package io.tidemark.edge;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.record.Workplace;
import io.tidemark.identity.Ed25519;
import io.tidemark.identity.RawPublicKey;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.kept.Scratch;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Sells made-up goods at a made-up till once at start: decided, encoded, signed, encrypted and
 * forced. The first customer then waits for milliseconds, not for the program to be loaded. Keys,
 * journal and organisation exist for this only and are thrown away.
 */
final class WarmUp {
    private static final int SALES = 60;
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final JournalId TILL =
            new JournalId(new NodeName("warm-up.invalid", "warm-up", "till"), 1);

    private final Path parent;

    /**
     * @param parent where a directory of its own is made, and removed
     */
    WarmUp(Path parent) {
        this.parent = parent;
    }

    void run() throws IOException {
        try (Scratch scratch = Scratch.at(parent.resolve("warm-up"))) {
            sell(scratch.directory());
        }
    }

    private static void sell(Path scratch) {
        KeyPair keys = Ed25519.newKeys();
        Till till = new Till(new Workplace(TILL, "warm-up", "warm-up", ZoneOffset.UTC, 0, EUR));
        try (Journal journal =
                        Journal.open(
                                new Whose(
                                        TILL,
                                        JournalKey.of(new byte[JournalKey.BYTES]),
                                        Ed25519.verifier(publicKey(keys))),
                                new FileStorage(scratch),
                                (sequence, hash, entry) -> {});
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(), Runnable::run, WarmUp::failed)) {
            Recorder recorder =
                    new Recorder(
                            till,
                            journal,
                            new Recorder.Ports(
                                    Ed25519.signer(keys.getPrivate()),
                                    () -> Instant.EPOCH,
                                    () -> Long.MAX_VALUE,
                                    () -> {}),
                            writer);
            record(Command.of(new Ask.OpenDay(id(), "warm-up", List.of())), recorder, writer);
            for (int i = 0; i < SALES; i++) record(sale(), recorder, writer);
        }
    }

    private static void record(Command command, Recorder recorder, SingleWriter writer) {
        CompletableFuture<Outcome> outcome = recorder.record(command);
        writer.step();
        if (!(outcome.join() instanceof Outcome.Done))
            throw new IllegalStateException("the warm-up was not recorded: " + outcome.join());
    }

    private static Command sale() {
        Line line =
                Line.priced(
                        new Line.Article(
                                "1",
                                null,
                                "warm-up",
                                "warm-up",
                                new TaxCategory("S", new TaxRate(200_000))),
                        UnitPrice.of("1.00"),
                        PriceOrigin.ENTERED,
                        Quantity.of("1", Unit.PIECE),
                        EUR);
        BasketLine asked =
                new BasketLine(
                        new BasketLine.Named("1", null, null, null, null),
                        line.quantity(),
                        line.price(),
                        null);
        Basket basket =
                new Basket(
                        List.of(asked),
                        List.of(Tender.of(new TenderType("CASH"), line.gross())),
                        null);
        return new Command(new Ask.Sell(id(), "warm-up", basket), List.of(line), 0);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static RawPublicKey publicKey(KeyPair keys) {
        return Ed25519.raw(keys.getPublic());
    }

    private static void failed(Throwable why) {
        throw new IllegalStateException("the warm-up broke off", why);
    }
}
