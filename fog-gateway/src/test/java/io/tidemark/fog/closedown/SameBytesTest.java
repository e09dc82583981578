package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but its entries is in a close-down: neither the way they came nor the machine. */
class SameBytesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "till-3");
    private final List<LaboratoryTill> tills =
            Stream.of("till-1", "till-2", "till-3").map(store::till).toList();

    /** What a gateway signs of the day, in hexadecimal, and its articles. */
    private record Told(String closeDown, List<ProductTotal> products) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void arrival_clock_zone_and_language_change_no_byte(long seed) {
        Random random = new Random(seed);
        tills.forEach(till -> till.opens(DAY));
        RandomTrade trade = new RandomTrade(random, DAY);
        for (int i = 0; i < 120; i++) trade.trade(tills.get(random.nextInt(tills.size())));
        tills.forEach(LaboratoryTill::closesDay);
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        Told here = told("here", CLOCK, gateway -> tills.forEach(gateway::receives));

        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Clock later = Clock.offset(CLOCK, Duration.ofHours(31 * seed));

            assertThat(told("there", later, gateway -> shuffled(gateway, random))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    /** A few entries of one and of another, some of them twice, read by the columns in between. */
    private void shuffled(LaboratoryGateway gateway, Random random) {
        while (tills.stream().anyMatch(till -> have(gateway, till) < till.head().sequence())) {
            LaboratoryTill till = tills.get(random.nextInt(tills.size()));
            long have = have(gateway, till);
            long from = Math.max(1, have + 1 - random.nextInt(3));
            long to = Math.min(till.head().sequence(), have + random.nextInt(7));
            if (to < from) continue;
            var answer = gateway.intake.batch(till.journal().node(), till.batch(from, to));
            gateway.lane.step();
            assertThat(answer).isCompleted();
            if (random.nextInt(4) == 0) gateway.journals.all().forEach(gateway.columns::follow);
        }
    }

    private static long have(LaboratoryGateway gateway, LaboratoryTill till) {
        return gateway.journals.of(till.journal()).orElseThrow().received().sequence();
    }

    private Told told(String name, Clock clock, Consumer<LaboratoryGateway> bring) {
        try (LaboratoryGateway gateway =
                new LaboratoryGateway(store, directory.resolve(name), clock)) {
            bring.accept(gateway);
            StoreDayClosed closed = gateway.closed(DAY);
            StoreState.Filed filed = gateway.storeJournal.state().filed(closed).orElseThrow();
            return new Told(
                    HexFormat.of().formatHex(bytes(filed).toBytes()),
                    gateway.storeJournal.products(filed));
        }
    }

    /** As it is recorded, but for when and by which command. */
    private static EntryBytes bytes(StoreState.Filed filed) {
        EntryHeader header = filed.header();
        return EntryCodec.encode(
                new Entry(
                        new EntryHeader(
                                header.type(),
                                header.critical(),
                                new CommandId(new UUID(0, 0)),
                                0,
                                header.workstation(),
                                header.operator(),
                                header.shift(),
                                header.businessDay(),
                                OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                                header.receipt(),
                                header.masterDataVersion(),
                                header.key()),
                        filed.closed()));
    }
}
