package io.tidemark.fog;

import io.tidemark.fog.broker.Broker;
import io.tidemark.fog.broker.BrokerKeys;
import io.tidemark.fog.broker.BrokerSettings;
import io.tidemark.fog.intake.Intake;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.intake.Reception;
import io.tidemark.fog.intake.WarmUp;
import io.tidemark.fog.question.Enquiries;
import io.tidemark.fog.question.QuestionRate;
import io.tidemark.fog.question.StoreAnswers;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.identity.TlsStoreFiles;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.Reply;
import io.tidemark.node.home.Opened;
import io.tidemark.node.packing.Packing;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything between a gateway and its devices. Opened last: from then on they speak to it. */
final class Downward {
    private static final Logger LOG = LoggerFactory.getLogger(Downward.class);
    private static final int KNOCKS = 3;
    private static final int KNOCK_MILLIS_MAX = 5_000;

    private final Ground ground;
    private final Ledgers ledgers;
    private final Upward.Inside inside;
    private final Upward.Open upward;
    private final Fleet fleet;

    Downward(
            Ground ground, Ledgers ledgers, Upward.Inside inside, Upward.Open upward, Fleet fleet) {
        this.ground = ground;
        this.ledgers = ledgers;
        this.inside = inside;
        this.upward = upward;
        this.fleet = fleet;
    }

    Broker open(Opened opened) throws IOException {
        Intake intake = intake(inside.lanes());
        Packing.require();
        new WarmUp(ground.start.home().run()).run();
        Enquiries enquiries = opened.and(enquiries(inside.toDevices()));
        Broker listening = opened.and(broker(reception(intake, enquiries)));
        ToDevices toDevices = inside.toDevices();
        toDevices.through(listening);
        upward.masterData()
                .news()
                .ifPresent(news -> toDevices.announce(news, ledgers.journals().devices()));
        knock(listening.port());
        return listening;
    }

    private Enquiries enquiries(ToDevices toDevices) {
        StoreAnswers answers =
                new StoreAnswers(
                        new StoreAnswers.Known(
                                ground.identity.name(),
                                ledgers.journals(),
                                ledgers.projection(),
                                this::onHand,
                                () -> ledgers.store().state().history()),
                        InstantSource.system(),
                        ground.calendar.clock());
        return new Enquiries(answers, toDevices::answer, new QuestionRate(InstantSource.system()));
    }

    /** In the unit that its code is first kept in, where it is kept in several. */
    private Optional<Reply.Stock> onHand(String plu) {
        return ledgers.stock().of(plu).stream().findFirst().map(Downward::told);
    }

    private static Reply.Stock told(OnHand one) {
        return new Reply.Stock(
                one.item().plu(),
                new Quantity(
                        BigDecimal.valueOf(one.quantity(), Quantity.PLACES_MAX), one.item().unit()),
                one.counted().map(last -> last.count().moment().at().toInstant()).orElse(null));
    }

    private Reception reception(Intake intake, Enquiries enquiries) {
        return new Reception(
                inside.lanes(),
                intake,
                ground.devices,
                upward.masterData()::part,
                about -> {
                    greeted(about, inside.toDevices());
                    upward.releases().of(about).ifPresent(inside.toDevices()::release);
                },
                fleet,
                enquiries);
    }

    /**
     * Goes through TLS at its own door, as itself, and leaves: the first device then need not wait
     * until the code for it is loaded.
     */
    private void knock(int port) {
        SSLSocketFactory sockets =
                ground.identity.tls().clientContext(ground.identity.name()).getSocketFactory();
        for (int i = 0; i < KNOCKS; i++) {
            try (SSLSocket socket =
                    (SSLSocket) sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(KNOCK_MILLIS_MAX);
                socket.startHandshake();
            } catch (IOException e) {
                LOG.warn("the gateway's own door did not let it in; devices may fare no better", e);
                return;
            }
        }
    }

    /** A device sends of one journal at a time: it is asked for no other one. */
    private void greeted(JournalId about, ToDevices toDevices) {
        ledgers.offers().to(about).forEach(toDevices::offer);
        ledgers.journals().healing().stream()
                .filter(healing -> healing.journal().equals(about))
                .forEach(toDevices::ask);
    }

    private Intake intake(Lanes lanes) {
        return new Intake(
                lanes,
                ledgers.journals(),
                ledgers.epochs(),
                ground.room,
                ground.devices,
                ground.alerts,
                () -> {
                    ledgers.projection().forced();
                    ledgers.columns().forced();
                    ground.changes.happened();
                });
    }

    private Broker broker(Reception reception) throws IOException {
        BrokerSettings settings =
                new BrokerSettings(
                        ground.identity.name(),
                        "0.0.0.0",
                        ground.start.settings().mqttPort(),
                        ground.places.broker(),
                        BrokerSettings.PATIENCE);
        BrokerKeys keys =
                directory -> {
                    TlsStoreFiles stores = ground.identity.tls().writeStores(directory);
                    return new BrokerKeys.Stores(
                            stores.keyStore(), stores.trustStore(), stores.password());
                };
        return Broker.open(
                settings, keys, new RosterDoor(ground.roster, ground.identity.name()), reception);
    }
}
