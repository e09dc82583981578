package io.tidemark.lab.simulate;

import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.StoreLog;
import java.util.List;

/** Bugs in how a closed day is signed into the store's log, and goes up. */
enum ClosingBug implements PlantedBug {
    SEND_A_CLOSE_DOWN_THAT_WAS_NOT_COMPUTED_AGAIN {
        @Override
        public long sendable(long borneOut, long forced) {
            return forced;
        }
    },
    SIGN_A_LOG_WITHOUT_ITS_FIRST_DAY {
        @Override
        public StoreLog logged(StoreLog log) {
            List<DayLeaf> days = log.days();
            return days.size() == 1 ? log : new StoreLog(days.subList(1, days.size()));
        }
    };
}
