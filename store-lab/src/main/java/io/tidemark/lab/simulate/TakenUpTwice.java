package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.EntryCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tills that did not hear of each other may have taken one basket up. By what cashiers were told,
 * the gateway then shows every one of them.
 */
final class TakenUpTwice {
    private final Map<String, Set<CommandId>> told = new HashMap<>();

    static void check(World world) {
        if (!(world.gateway().node() instanceof GatewayNode gateway))
            throw new IllegalStateException("the gateway is not running");
        Set<String> shown = new HashSet<>();
        gateway.tables()
                .resumed()
                .forEach((basket, all) -> {
                    if (world.parts().isShown(all)) shown.add(basket);
                });
        Set<String> twice = new TakenUpTwice().twice(world.oracle().answers());
        Violation.require(
                shown.containsAll(twice),
                Check.SHOWN,
                () -> "shown as taken up twice are " + shown + " and it is " + twice);
    }

    /** What planted faults took every copy of nobody can show. */
    private Set<String> twice(Answers answers) {
        answers.told()
                .forEach((command, each) -> {
                    if (!answers.takenByFaults().contains(command))
                        each.entries().forEach(entry -> note(command, entry));
                });
        Set<String> twice = new HashSet<>();
        told.forEach((basket, commands) -> {
            if (commands.size() > 1) twice.add(basket);
        });
        return twice;
    }

    private void note(CommandId command, EntryBytes bytes) {
        if (EntryCodec.decode(bytes).event() instanceof BasketResumed basket)
            told.computeIfAbsent(basket.id(), _ -> new HashSet<>()).add(command);
    }
}
