package io.tidemark.fog.question;

import static io.tidemark.fog.ledger.Returns.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.projection.Projection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with three tills, of whose journals questions are answered. */
abstract class AskedGateway {
    static final CurrencyCode GBP = new CurrencyCode("GBP");
    static final CurrencyCode USD = new CurrencyCode("USD");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    static final OriginalReceipt FIRST = receipt("W1", 1);

    @TempDir Path directory;

    final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "till-3");
    final NodeName two = store.device("till-2");
    final NodeName three = store.device("till-3");
    final LaboratoryTill w1 = store.till("till-1").at("W1").opens(DAY);
    final LaboratoryTill w2 = store.till("till-2").at("W2").opens(DAY);
    Instant now = CLOCK.instant();
    Instant business = Instant.parse("2010-12-01T09:30:00Z");
    LaboratoryGateway gateway;
    Projection projection;
    StoreAnswers answers;
    Doubles doubles;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        projection = gateway.tables();
        assertThat(projection.awaitReadable(Duration.ofSeconds(30))).isTrue();
        answers =
                new StoreAnswers(
                        new StoreAnswers.Known(
                                store.gateway(),
                                gateway.journals,
                                projection,
                                plu ->
                                        plu.equals("22423")
                                                ? Optional.of(
                                                        new Reply.Stock(
                                                                plu, Quantity.pieces(7), null))
                                                : Optional.empty(),
                                () -> gateway.storeJournal.state().history()),
                        () -> now,
                        () -> business);
        doubles = gateway.doubles(projection);
    }

    @AfterEach
    void close() {
        projection.close();
        gateway.close();
    }

    static OriginalReceipt receipt(String workstation, long number) {
        return new OriginalReceipt("s001", workstation, DAY, number);
    }

    Reply ask(NodeName device, Subject subject) {
        projection.forced();
        return answers.to(device, subject);
    }

    boolean hasAllOf(LaboratoryTill till) {
        return gateway.journals.of(till.journal()).orElseThrow().received().equals(till.head());
    }

    void arrived() {
        for (LaboratoryTill till : List.of(w1, w2)) if (!hasAllOf(till)) gateway.receives(till);
        ask(two, new Subject.SuspendedBaskets());
    }
}
