package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.storelogs.LogStanding;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.cloud.transfers.Transfers;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.seal.LogLife;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.kept.Room;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What there is to see to at head office, of what it keeps and of what stores say. */
final class Alarms {
    private final Overview.Sources sources;

    Alarms(Overview.Sources sources) {
        this.sources = sources;
    }

    /**
     * Forks first: they keep a store's journal from going on. Last what devices say of themselves,
     * which is in no journal.
     */
    List<Alarm> all() {
        Stream<Alarm> forked = sources.forks().standing().stream().map(this::alarm);
        Stream<Alarm> raised =
                sources.ledger().alerts().stream()
                        .map(alert ->
                                Alarm.kept(alert.store(), alert.kind(), alert.at(), alert.text()));
        Stream<Alarm> altered = sources.logs().faulty().stream().map(Alarms::alarm);
        Stream<Alarm> anew = sources.logs().begunAnew().stream().map(Alarms::alarm);
        List<StoreFleet> fleets = sources.fleets().get();
        Stream<Alarm> devices = FleetAlarms.of(fleets).stream();
        Stream<Alarm> differing = DifferingAlarms.of(fleets).stream();
        Stream<Alarm> astray =
                Transfers.linked(
                                sources.transfers().endsWithoutLines(),
                                store -> sources.roster().store(store).isPresent())
                        .stream()
                        .flatMap(Alarms::alarm);
        return Stream.of(fullDisk(), forked, altered, differing, anew, astray, raised, devices)
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Alarm> alarm(Transfer transfer) {
        String what =
                "transfer "
                        + transfer.number()
                        + " from "
                        + transfer.from()
                        + " to "
                        + transfer.to();
        return switch (transfer.status()) {
            case NO_SUCH_STORE ->
                    Stream.of(
                            alarm(
                                    transfer,
                                    what
                                            + " went to a place that is no store and that nothing else names: ask which one was meant,"
                                            + " and have the goods taken back in where they are"));
            case RECEIVED_TWICE ->
                    Stream.of(
                            alarm(
                                    transfer,
                                    what
                                            + " was taken in "
                                            + transfer.received().size()
                                            + " times: have the store transfer out what came only once"));
            case NOT_SENT, RECEIVED_OTHERWISE, IN_TRANSIT, RECEIVED -> Stream.empty();
        };
    }

    private static Alarm alarm(Transfer transfer, String text) {
        return new Alarm(
                transfer.received().isEmpty() ? transfer.from() : transfer.to(),
                "transfer-" + transfer.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Optional.empty(),
                text,
                Optional.of(new Page.Link("/transfers", "transfers")),
                Alarm.Witness.HEAD_OFFICE);
    }

    private static Alarm alarm(LogLife life) {
        return Alarm.kept(
                life.journal().node().store(),
                "log-begun-anew",
                Optional.empty(),
                life.inWords()
                        + ". If nobody replaced this gateway, take its key out of the roster");
    }

    private static Alarm alarm(LogStanding log) {
        return Alarm.kept(
                log.store(),
                "log-differs",
                Optional.empty(),
                "what the gateway signed of its log is not what came here: "
                        + log.faults().getFirst()
                        + (log.faults().size() == 1
                                ? ""
                                : ", and " + (log.faults().size() - 1) + " more")
                        + ". Have the gateway stopped and `./tidemark verify DIR` run there and here");
    }

    private Alarm alarm(Fork fork) {
        return new Alarm(
                fork.journal().node().store(),
                "fork",
                Optional.empty(),
                "two branches of "
                        + fork.id()
                        + " part at entry "
                        + fork.at()
                        + sources.forks()
                                .decision(fork)
                                .map(grant ->
                                        "; "
                                                + grant.approver()
                                                + " decided, and its branch has not come yet")
                                .orElse("; nothing more is taken of it until a person has decided"),
                Optional.of(new Page.Link("/forks/" + fork.id(), "See both and decide")),
                Alarm.Witness.HEAD_OFFICE);
    }

    private Stream<Alarm> fullDisk() {
        long usable = sources.room().usableBytes();
        if (usable >= Room.BYTES_MIN) return Stream.of();
        return Stream.of(
                Alarm.kept(
                        NodeName.HEAD_OFFICE_STORE,
                        "no-room",
                        Optional.empty(),
                        (usable >> 20)
                                + " MiB are left on head office's disk: free some space. The stores go on and keep"
                                + " their journals until there is room"));
    }
}
