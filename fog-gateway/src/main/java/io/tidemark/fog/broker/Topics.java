package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;
import java.util.Optional;

/** The topics of one device: all of them begin with its store and its label. */
record Topics(NodeName device) {
    String of(Arrival.Kind kind) {
        return of(kind.topic());
    }

    String of(Dealt.Topic topic) {
        return of(topic.leaf());
    }

    private String of(String leaf) {
        return "tidemark/v1/" + device.store() + "/" + device.device() + "/" + leaf;
    }

    /** What a publish on this topic would be, if this device may publish there at all. */
    Optional<Arrival.Kind> kindOf(String topic) {
        for (Arrival.Kind kind : Arrival.Kind.values())
            if (of(kind).equals(topic)) return Optional.of(kind);
        return Optional.empty();
    }
}
