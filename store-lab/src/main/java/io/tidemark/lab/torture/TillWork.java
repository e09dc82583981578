package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Told;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done at one till: baskets as they come, and what follows from them. A receipt is taken
 * back, a basket is suspended, and whoever comes back for one may come to another till of the
 * store, which the gateway gives it to, or does not.
 */
final class TillWork implements Work {
    /** That another till has it; or that it does not wait here and the gateway gave none. */
    private static final Set<String> NOT_HERE =
            Set.of("urn:tidemark:problem:basket-taken", "urn:tidemark:problem:basket");

    private final Told.Origin till;
    private final Baskets baskets;
    private final Waiting waiting;
    private final Random random;
    private @Nullable Sold last;
    private Waiting.@Nullable Suspended takingUp;
    private Waiting.@Nullable Suspended takenUp;

    /** The last receipt that can be taken back. */
    private record Sold(Scripted step, long receipt) {}

    TillWork(Told.Origin till, Waiting waiting, Random random) {
        this.till = till;
        this.waiting = waiting;
        this.random = random;
        this.baskets = new Baskets(random);
    }

    @Override
    public Scripted next() {
        if (takenUp != null) return paid(takenUp);
        int chance = random.nextInt(100);
        if (chance < 5 && last != null) return undone(last);
        if (chance < 11 && waiting.hasRoom(till)) return baskets.suspended();
        Optional<Waiting.Suspended> customer =
                chance < 19 ? waiting.next(random) : Optional.empty();
        return customer.map(this::resumed).orElseGet(baskets::next);
    }

    private Scripted paid(Waiting.Suspended basket) {
        takenUp = null;
        return baskets.paid(basket.step(), basket.id());
    }

    private Scripted undone(Sold sold) {
        last = null;
        return Baskets.postVoided(sold.step(), sold.receipt());
    }

    private Scripted resumed(Waiting.Suspended basket) {
        takingUp = basket;
        return Baskets.resumed(basket.id());
    }

    @Override
    public void done(Scripted step, JsonNode answer) {
        switch (step.kind()) {
            case SALE -> last = new Sold(step, answer.at("/receipt/number").asLong());
            case SUSPEND ->
                    waiting.add(
                            new Waiting.Suspended(
                                    answer.at("/basket/basket").asText(), till, step));
            case RESUME -> takenUp = takenUp();
            default -> {} // nothing follows from it
        }
    }

    private Waiting.@Nullable Suspended takenUp() {
        Waiting.Suspended basket = takingUp;
        if (basket != null) waiting.takenUp(basket, till);
        takingUp = null;
        return basket;
    }

    /** Only a basket may be refused that waits at another till, or was promised to one. */
    @Override
    public boolean mayBeRefused(Scripted step, Answer answer) {
        Waiting.Suspended basket = takingUp;
        if (step.kind() != Kind.RESUME
                || basket == null
                || !NOT_HERE.contains(answer.body().path("type").asText())) return false;
        takingUp = null;
        waiting.sentAway(basket);
        return true;
    }
}
