package io.tidemark.fog;

import io.tidemark.fog.broker.Broker;
import io.tidemark.fog.broker.BrokerKeys;
import io.tidemark.fog.broker.BrokerSettings;
import io.tidemark.fog.intake.Intake;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.intake.Reception;
import io.tidemark.fog.intake.WarmUp;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.identity.TlsStoreFiles;
import io.tidemark.node.home.Opened;
import java.io.IOException;

/** Everything between a gateway and its devices. Opened last: from then on they speak to it. */
final class Downward {
    private final Ground ground;
    private final Ledgers ledgers;

    private Downward(Ground ground, Ledgers ledgers) {
        this.ground = ground;
        this.ledgers = ledgers;
    }

    static Broker open(
            Ground ground,
            Ledgers ledgers,
            Upward.Inside inside,
            MasterDataFiles masterData,
            Opened opened)
            throws IOException {
        Downward self = new Downward(ground, ledgers);
        Intake intake = self.intake(inside.lanes());
        new WarmUp(ground.start.home().run()).run();
        Broker listening =
                opened.and(
                        self.broker(
                                new Reception(
                                        inside.lanes(),
                                        intake,
                                        ground.devices,
                                        masterData::part,
                                        about ->
                                                ledgers.offers(ground)
                                                        .to(about)
                                                        .forEach(inside.toDevices()::offer))));
        inside.toDevices().through(listening);
        masterData
                .news()
                .ifPresent(news -> inside.toDevices().announce(news, ledgers.journals().devices()));
        return listening;
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
