package io.tidemark.edge.till;

import io.tidemark.edge.record.GoodsLookUp;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.ledger.stock.StockItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goods cost on average is asked of the gateway, which values them, once a transfer. Whoever
 * sends goods while it is away sends them at the catalogue's cost, and so does who asks more than
 * it takes at once: the answer says of how many lines.
 */
record CostsAsked(TillDesk desk) implements GoodsLookUp.Averages {
    /**
     * Of the twenty that a gateway takes at once; articles beyond them have the catalogue's cost.
     */
    private static final int QUESTIONS_MAX = 15;

    @Override
    public Map<StockItem, UnitPrice> of(Set<String> plus) {
        Map<StockItem, UnitPrice> costs = new HashMap<>();
        List<Subject.AverageCosts> questions = Subject.AverageCosts.of(plus);
        for (Subject.AverageCosts asked : questions.stream().limit(QUESTIONS_MAX).toList()) {
            if (!(GatewayAsked.now(desk.questions(), asked)
                    instanceof GatewayQuestions.Outcome.Answered(Reply.AverageCosts known)))
                return costs;
            known.costs().forEach(each -> costs.put(each.item(), each.cost()));
        }
        return costs;
    }
}
