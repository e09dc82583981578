package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.masterdata.Published;
import io.tidemark.cloud.storelogs.LogStanding;
import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a page shows; each has the template of its name. */
public sealed interface Page {
    /** What all pages have around them. */
    record Frame(
            String title, String section, String organisation, boolean laboratory, int alarms) {}

    Frame frame();

    /** Where more of it is. */
    record Link(String address, String label) {}

    record Stores(
            Frame frame,
            Board board,
            List<Overview.Holding> holdings,
            List<Alarm> alarms,
            Optional<Published> masterData)
            implements Page {
        public Stores {
            holdings = List.copyOf(holdings);
            alarms = List.copyOf(alarms);
        }

        /** The newest day on which anyone closed. */
        public Optional<LocalDate> lastDay() {
            return board.days().stream().findFirst();
        }

        public long closedOnLastDay() {
            return board.lines().stream()
                    .filter(line -> !line.cells().isEmpty())
                    .filter(line -> line.cells().getFirst().filed().isPresent())
                    .count();
        }
    }

    record Store(
            Frame frame,
            StoreFacts store,
            Overview.Holding holding,
            List<Board.Cell> days,
            List<Alarm> alarms,
            List<SealedArchive.Kept> archived,
            Optional<LogStanding> log)
            implements Page {
        public Store {
            days = List.copyOf(days);
            alarms = List.copyOf(alarms);
            archived = List.copyOf(archived);
        }
    }

    record Day(Frame frame, StoreFacts store, Board.Cell cell, List<Z> zs) implements Page {
        public Day {
            zs = List.copyOf(zs);
        }

        /**
         * @param sections what it tells beyond totals by till and drawer
         * @param fault in which its articles are not what it says of them
         */
        public record Z(StoreZ z, List<Table> sections, Optional<String> fault) {
            public Z {
                sections = List.copyOf(sections);
            }
        }
    }

    /**
     * For paper: nothing around it.
     *
     * @param all whether they list all articles
     */
    record Papers(Frame frame, String store, LocalDate day, boolean all, List<Paper> papers)
            implements Page {
        public Papers {
            papers = List.copyOf(papers);
        }
    }

    record Alerts(Frame frame, List<Alarm> alarms) implements Page {
        public Alerts {
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * @param decision what was decided already, where the branch has not come yet
     */
    record Fork(Frame frame, io.tidemark.node.forks.Fork fork, Optional<EpochGrant> decision)
            implements Page {}

    record Transfers(Frame frame, List<Transfer> transfers) implements Page {
        public Transfers {
            transfers = List.copyOf(transfers);
        }
    }

    /** Nothing can be read just now. */
    record Waiting(Frame frame, String why) implements Page {}

    default String template() {
        return switch (this) {
            case Stores _ -> "stores.jte";
            case Store _ -> "store.jte";
            case Day _ -> "day.jte";
            case Papers _ -> "papers.jte";
            case Alerts _ -> "alerts.jte";
            case Transfers _ -> "transfers.jte";
            case Fork _ -> "fork.jte";
            case Waiting _ -> "waiting.jte";
        };
    }
}
