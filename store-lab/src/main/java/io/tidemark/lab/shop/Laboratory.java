package io.tidemark.lab.shop;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.proxy.TcpProxy;
import java.util.List;

/**
 * Head office, stores and tills, each a process of its own, with a network between them that can be
 * cut.
 *
 * @param headOfficeWay through which every gateway reaches head office
 */
public record Laboratory(
        Machinery machinery, LabNode headOffice, TcpProxy headOfficeWay, List<LabStore> stores)
        implements AutoCloseable {
    public Laboratory {
        stores = List.copyOf(stores);
    }

    public NodeApi headOfficeApi() {
        return new NodeApi(headOffice);
    }

    public void startHeadOffice() {
        headOfficeWay.passTo(headOffice.start().ports().tls());
    }

    public void killHeadOffice() {
        headOffice.kill();
        headOfficeWay.passTo(0);
    }

    /** Stops every node cleanly; the homes stay as they are. */
    public void stopAll() {
        machinery.stopAll();
    }

    public List<LabTill> tills() {
        return stores.stream().flatMap(store -> store.tills().stream()).toList();
    }

    /** Tills and handhelds. */
    public List<LabTill> devices() {
        return stores.stream().flatMap(store -> store.devices().stream()).toList();
    }

    @Override
    public void close() {
        machinery.close();
        headOfficeWay.close();
        devices().forEach(device -> device.way().close());
    }
}
