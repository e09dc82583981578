package io.tidemark.lab.simulate;

import io.tidemark.edge.record.CameBack;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.question.StoreBaskets;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bugs in what a gateway replies, what a till makes of it, and what is shown afterwards. */
enum QuestionBug implements PlantedBug {
    BELIEVE_A_REPLY_TO_ANOTHER_QUESTION {
        @Override
        public byte[] replied(byte[] answered, long asked) {
            return new Answered(asked, Answered.parse(answered).reply()).toBytes();
        }
    },
    PROMISE_A_BASKET_TO_WHOEVER_ASKS {
        @Override
        public Reply claimed(
                StoreBaskets baskets, StoreTables tables, String basket, NodeName device) {
            return tables.find(basket)
                    .flatMap(found ->
                            tables.entry(found)
                                    .<Reply>map(entry ->
                                            new Reply.BasketClaimed(found.workstation(), entry)))
                    .orElseGet(Reply.NotKnown::new);
        }
    },
    FORGET_WHOM_A_BASKET_WAS_PROMISED {
        @Override
        public Reply claimed(
                StoreBaskets baskets, StoreTables tables, String basket, NodeName device) {
            InstantSource forgetful = InstantSource.fixed(Instant.EPOCH);
            return new StoreBaskets(tables, forgetful, forgetful).claim(basket, device);
        }
    },
    COUNT_NOTHING_THAT_CAME_BACK_ELSEWHERE {
        @Override
        public CameBack cameBack(CameBack told) {
            return new CameBack(told.here(), List.of());
        }
    },
    SHOW_NO_BASKET_THAT_WAS_TAKEN_UP_TWICE {
        @Override
        public boolean isShown(List<GatewayBaskets.Resumed> resumed) {
            return false;
        }
    },
    SHOW_NOTHING_THAT_CAME_BACK_TWICE {
        @Override
        public Optional<Doubles.ReturnedTwice> shown(
                Map<Integer, GatewayReturns.Sold> sold, List<GatewayReturns.Return> returns) {
            return Optional.empty();
        }
    };
}
