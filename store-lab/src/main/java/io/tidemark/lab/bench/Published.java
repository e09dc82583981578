package io.tidemark.lab.bench;

import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Deployables.Kind;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A head office that has published what a shipped day sells, and does nothing else. */
final class Published implements AutoCloseable {
    private final Machinery machinery = new Machinery(false);
    private final TcpProxy way = TcpProxy.listening();
    private final MinorUnits money = MinorUnits.of("GBP");
    private final Catalogue catalogue;

    Published() {
        catalogue = Catalogue.of(TradingDay.read(RetailFile.shipped(), Optional.empty(), money));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Where gateways find it, also before it is started. */
    int port() {
        return way.port();
    }

    /**
     * @param directory where the organisation's nodes were provisioned
     */
    void start(Deployables deployables, Path directory) throws IOException {
        LabNode headOffice =
                machinery.node(
                        new LabNode.Setup(
                                "head-office",
                                deployables,
                                Kind.HEAD_OFFICE,
                                directory.resolve("head-office").resolve("ledger"),
                                directory.resolve("secrets").resolve("head-office-ledger"),
                                Optional::empty,
                                directory.resolve("head-office.log")));
        way.passTo(headOffice.start().ports().tls());
        NodeApi.Answer answer =
                new NodeApi(headOffice)
                        .put(
                                "/api/v1/master-data",
                                Opening.masterData(catalogue, new HouseRule(money)));
        if (!answer.isDone()) throw new NodeFailed("no master data: " + answer.problem());
    }

    @Override
    public void close() {
        machinery.close();
        way.close();
    }
}
