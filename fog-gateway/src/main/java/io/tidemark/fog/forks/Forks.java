package io.tidemark.fog.forks;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import java.util.List;
import java.util.Optional;

/** The forks that wait for a person, of devices of this store. For any thread. */
public final class Forks {
    private final DeviceJournals journals;

    public Forks(DeviceJournals journals) {
        this.journals = journals;
    }

    public List<Fork> standing() {
        return evidence().stream().map(Fork::of).toList();
    }

    public Optional<Fork> of(String id) {
        return evidence().stream()
                .filter(each -> each.journal().label().equals(id))
                .findFirst()
                .map(Fork::of);
    }

    /** The fork of a device, by its label. */
    public Optional<String> idOf(String device) {
        return journals.all().stream()
                .filter(each -> each.device().device().equals(device))
                .filter(DeviceJournal::isQuarantined)
                .map(each -> each.id().label())
                .findFirst();
    }

    List<Evidence> evidence() {
        return journals.all().stream().flatMap(each -> each.fork().stream()).toList();
    }
}
