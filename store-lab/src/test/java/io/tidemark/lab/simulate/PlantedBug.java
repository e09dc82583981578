package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import java.util.List;
import java.util.stream.Stream;

/** A bug of the kind that loses sales, in the place of one of the nodes' parts. */
interface PlantedBug extends Parts, Misreceiving.Bug {
    static Stream<PlantedBug> all() {
        return Stream.<List<? extends PlantedBug>>of(
                        List.of(DiskBug.values()),
                        List.of(SyncBug.values()),
                        List.of(CountingBug.values()),
                        List.of(ClosingBug.values()),
                        List.of(OnceBug.values()),
                        List.of(QuestionBug.values()),
                        List.of(PruningBug.values()))
                .flatMap(List::stream);
    }

    @Override
    default Receiving receiving(Receiving real, JournalId receiver, Keys keys) {
        return new Misreceiving(real, receiver, keys, this);
    }
}
