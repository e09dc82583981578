package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.web.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the store has of an article: asked of the gateway, which knows what every device did. */
@Controller("/api/v1/stock/on-hand")
final class OnHandApi {
    private final Desks desks;

    OnHandApi(Desks desks) {
        this.desks = desks;
    }

    /**
     * Answers within two seconds, connected or not. Not for whoever is counting: a count is blind.
     */
    @Get
    CompletableFuture<GoodsAnswers.OnHand> onHand(@QueryValue String plu) {
        return desks.now().questions().ask(subject(plu)).thenApply(OnHandApi::told);
    }

    private static Subject.StockOnHand subject(String plu) {
        try {
            return new Subject.StockOnHand(plu);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static GoodsAnswers.OnHand told(GatewayQuestions.Outcome outcome) {
        return switch (outcome) {
            case GatewayQuestions.Outcome.Answered(Reply reply) -> told(reply);
            case GatewayQuestions.Outcome.Offline _ ->
                    unknown("the gateway is not connected; it knows what the whole store did");
            case GatewayQuestions.Outcome.TimedOut _ ->
                    unknown("the gateway did not answer in time; ask again");
        };
    }

    private static GoodsAnswers.OnHand told(Reply reply) {
        return switch (reply) {
            case Reply.Stock stock ->
                    new GoodsAnswers.OnHand(
                            true,
                            stock.quantity().value().toPlainString(),
                            stock.quantity().unit().code(),
                            counted(stock),
                            "");
            case Reply.NotAnswered(String why) -> unknown(why);
            case Reply.NotKnown _ -> unknown("nothing of this article has moved in the store yet");
            case Reply.ReceiptFound _,
                    Reply.ReceiptPruned _,
                    Reply.Baskets _,
                    Reply.BasketClaimed _,
                    Reply.BasketTaken _,
                    Reply.BasketReleased _,
                    Reply.GiftCard _,
                    Reply.Exchanged _,
                    Reply.AverageCosts _,
                    Reply.Unknown _ ->
                    unknown("the gateway answered something else; update this device");
        };
    }

    private static @Nullable String counted(Reply.Stock stock) {
        return Optional.ofNullable(stock.counted()).map(Object::toString).orElse(null);
    }

    private static GoodsAnswers.OnHand unknown(String why) {
        return new GoodsAnswers.OnHand(false, null, null, null, why);
    }
}
