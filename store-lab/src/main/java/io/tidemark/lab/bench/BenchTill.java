package io.tidemark.lab.bench;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.record.Workplace;
import io.tidemark.identity.Ed25519;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.writer.SingleWriter;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A till without its pages, tables and uplink: the recorder, its writer and its journal. */
final class BenchTill implements AutoCloseable {
    static final JournalId JOURNAL =
            new JournalId(new NodeName("bench.example", "s001", "till-1"), 1);

    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final String OPERATOR = "bench";
    private static final int LINES = 5;

    private final List<Line> lines = lines();
    private final Tender tender = tender(lines);
    private final List<BasketLine> asked = asked();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final Journal journal;
    private final ExecutorService answers;
    private final SingleWriter writer;
    private final Recorder recorder;

    BenchTill(Storage disk) {
        Workplace place = new Workplace(JOURNAL, "1", "Bench", ZoneId.of("Europe/London"), 4, GBP);
        Till till = new Till(place);
        KeyPair keys = Ed25519.newKeys();
        journal =
                Journal.open(
                        new Whose(
                                JOURNAL,
                                JournalKey.of(new byte[JournalKey.BYTES]),
                                Ed25519.verifier(Ed25519.raw(keys.getPublic()))),
                        disk,
                        (sequence, hash, entry) ->
                                till.apply(new Head(sequence, hash), EntryCodec.decode(entry)));
        answers = Executors.newVirtualThreadPerTaskExecutor();
        writer =
                new SingleWriter(SingleWriter.Limits.usual(), answers, broken::set).start("writer");
        recorder =
                new Recorder(
                        till,
                        journal,
                        new Recorder.Ports(
                                Ed25519.signer(keys.getPrivate()),
                                Clock.systemUTC(),
                                () -> Long.MAX_VALUE,
                                () -> {}),
                        writer);
        record(Command.of(new Ask.OpenDay(newId(), OPERATOR, List.of(new Money(10_000, GBP)))));
    }

    /** A sale of five lines that was not yet asked for, as the page would hand it over. */
    Command sale() {
        Ask ask = new Ask.Sell(newId(), OPERATOR, new Basket(asked, List.of(tender), null));
        return new Command(ask, lines, 1);
    }

    /** Returns when it is on disk. */
    void record(Command command) {
        try {
            Outcome outcome = recorder.recordNow(command);
            if (!(outcome instanceof Outcome.Done))
                throw new IllegalStateException("a sale was not recorded: " + outcome);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a sale was not recorded", e);
        }
    }

    @Override
    public void close() {
        writer.close();
        answers.close();
        journal.close();
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        TaxCategory tax = new TaxCategory("S", new TaxRate(200_000));
        for (int i = 0; i < LINES; i++)
            lines.add(
                    Line.priced(
                            new Line.Article(
                                    "8512" + i,
                                    null,
                                    "WHITE HANGING HEART T-LIGHT HOLDER",
                                    "GIFTS",
                                    tax),
                            UnitPrice.of("2.5" + i),
                            PriceOrigin.CATALOGUE,
                            Quantity.of(String.valueOf(1 + i), Unit.PIECE),
                            GBP));
        return lines;
    }

    private static List<BasketLine> asked() {
        List<BasketLine> asked = new ArrayList<>();
        for (int i = 0; i < LINES; i++)
            asked.add(
                    new BasketLine(
                            new BasketLine.Named("8512" + i, null, null, null, null),
                            Quantity.of(String.valueOf(1 + i), Unit.PIECE),
                            null,
                            null));
        return asked;
    }

    private static Tender tender(List<Line> lines) {
        Money total = lines.stream().map(Line::gross).reduce(Money.zero(GBP), Money::plus);
        return Tender.of(TenderType.CASH, total);
    }

    private static CommandId newId() {
        return new CommandId(UUID.randomUUID());
    }
}
