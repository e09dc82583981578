package io.tidemark.cloud.masterdata;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tidemark.cloud.ledger.Adoption;
import io.tidemark.cloud.ledger.H2Ledger;
import io.tidemark.cloud.masterdata.MasterDataController.PublishedJson;
import io.tidemark.cloud.masterdata.StoreCuts.Cut;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.cloud.telemetry.StoreFleets;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.node.projection.Projection;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the master data is: what is published, what is staged, and what each device sells by. */
@Controller("/api/v1/master-data/status")
final class StatusController {
    private final Publishing publishing;
    private final Staging staging;
    private final Roster roster;
    private final H2Ledger ledger;
    private final StoreFleets fleets;

    StatusController(
            Publishing publishing,
            Staging staging,
            Roster roster,
            Projection projection,
            StoreFleets fleets) {
        this.publishing = publishing;
        this.staging = staging;
        this.roster = roster;
        this.ledger = new H2Ledger(projection);
        this.fleets = fleets;
    }

    @Get
    MasterStatus status() throws IOException {
        return new MasterStatus(
                publishing.current().map(PublishedJson::of).orElse(null),
                staging.staged().map(StatusController::staged).orElse(null),
                publishing.versions().stream().map(StatusController::version).toList(),
                stores());
    }

    private static MasterStatus.Staged staged(Contents staged) {
        return new MasterStatus.Staged(
                staged.version(),
                staged.around().taxes().size(),
                staged.products(),
                staged.around().operators().size());
    }

    private static MasterStatus.Version version(PublicationHistory.Publication published) {
        return new MasterStatus.Version(
                published.version(), published.hash().hex(), published.at(), published.operator());
    }

    private List<MasterStatus.Store> stores() {
        Map<String, Adoption> adopted =
                ledger.adoptions().stream()
                        .collect(Collectors.toMap(Adoption::store, Function.identity()));
        return roster.stores().stream()
                .sorted(Comparator.comparing(StoreFacts::store))
                .map(store -> store(store, Optional.ofNullable(adopted.get(store.store()))))
                .toList();
    }

    private MasterStatus.Store store(StoreFacts store, Optional<Adoption> adopted) {
        Optional<Cut> cut =
                publishing.current().flatMap(now -> publishing.ready(now, store.store()));
        return new MasterStatus.Store(
                store.store(),
                store.name(),
                adopted.map(Adoption::version).orElse(null),
                adopted.map(Adoption::at).orElse(null),
                cut.map(Cut::products).orElse(null),
                cut.map(Cut::bytes).orElse(null),
                devices(store.store()));
    }

    private List<MasterStatus.Device> devices(String store) {
        Map<String, Long> told = told(store);
        return roster.members().stream()
                .filter(member -> member.name().store().equals(store))
                .filter(member -> member.role() != Role.GATEWAY)
                .map(member -> member.name().device())
                .sorted()
                .map(device -> new MasterStatus.Device(device, told.get(device)))
                .toList();
    }

    /** By what each says that it runs and sells by. */
    private Map<String, Long> told(String store) {
        Map<String, Long> told = new HashMap<>();
        for (StoreFleet fleet : fleets.store(store).stream().toList())
            for (StoreFleet.Device device : fleet.sellers())
                device.last()
                        .ifPresent(last ->
                                told.put(device.told().device(), last.software().masterData()));
        return told;
    }
}
