package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;
import java.util.Optional;

/** The topics of one device: all of them begin with its store and its label. */
record Topics(NodeName device) {
    static final String ANSWER = "answer";
    static final String MASTER_PART = "master/part";

    String of(Arrival.Kind kind) {
        return of(kind.topic());
    }

    String of(String leaf) {
        return "tidemark/v1/" + device.store() + "/" + device.device() + "/" + leaf;
    }

    /** What a publish on this topic would be, if this device may publish there at all. */
    Optional<Arrival.Kind> kindOf(String topic) {
        for (Arrival.Kind kind : Arrival.Kind.values())
            if (of(kind).equals(topic)) return Optional.of(kind);
        return Optional.empty();
    }
}
