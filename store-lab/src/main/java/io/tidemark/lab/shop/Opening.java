package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseGoods;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.shop.NodeApi.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gets a laboratory ready for its day: every process up, and the catalogue on every device. */
public final class Opening {
    private final Laboratory laboratory;

    public Opening(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Starts every node, a few at a time: a start keeps more than one core busy. */
    public void startNodes() {
        int atATime = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            starts.add(CompletableFuture.runAsync(laboratory::startHeadOffice, threads));
            for (LabStore store : laboratory.stores())
                starts.add(CompletableFuture.runAsync(store::startGateway, threads));
            for (LabTill device : laboratory.devices())
                starts.add(CompletableFuture.runAsync(device.node()::start, threads));
            starts.forEach(start -> Patience.result("the nodes to start", start));
        }
    }

    /** Head office publishes what the day sells, and every device adopts it. */
    public void publish(Catalogue catalogue, HouseRule rule) {
        publish(masterData(catalogue, rule));
    }

    /** The same for what {@link #masterData} says. */
    public void publish(ObjectNode masterData) {
        try {
            Answer answer = laboratory.headOfficeApi().put("/api/v1/master-data", masterData);
            if (!answer.isDone())
                throw new LabFailed("head office refused the master data: " + answer.problem());
        } catch (IOException e) {
            throw new UncheckedIOException("head office did not answer the master data", e);
        }
        for (LabTill till : laboratory.devices())
            Patience.until(
                    till.name() + " to adopt the master data",
                    () -> till.status().masterDataVersion() > 0);
    }

    /** As head office's API takes it. */
    public static ObjectNode masterData(Catalogue catalogue, HouseRule rule) {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        ArrayNode taxes = json.putArray("taxCategories");
        for (HouseRule.TaxCategory tax : HouseRule.TAX_CATEGORIES)
            taxes.addObject()
                    .put("code", tax.code())
                    .put("name", tax.name())
                    .put("ratePpm", tax.ratePpm());
        ArrayNode products = json.putArray("products");
        for (Catalogue.Product product : catalogue.inOrder()) add(products, product, rule);
        return json;
    }

    private static ObjectNode add(ArrayNode products, Catalogue.Product product, HouseRule rule) {
        ObjectNode one =
                products.addObject()
                        .put("plu", product.plu())
                        .put("description", product.description())
                        .put("department", product.department())
                        .put("taxCategory", product.taxCategory())
                        .put("unit", product.unit())
                        .put("price", product.price().toPlainString())
                        .put("currency", rule.money().currency());
        if (!product.plu().equals(GoodsTold.OPEN_ITEM))
            one.put("cost", rule.cost(product.price()).toPlainString());
        return one;
    }

    /** With what the shops sell beside the file. */
    public static ObjectNode masterData(Catalogue catalogue, HouseGoods goods) {
        ObjectNode json = masterData(catalogue, goods.rule());
        for (HouseGoods.Ware ware : goods.all()) {
            ObjectNode one = add(json.withArray("products"), ware.product(), goods.rule());
            one.put("kind", ware.kind()).put("minimumAge", ware.minimumAge());
            if (!ware.kind().equals("goods")) one.remove("cost");
            if (!ware.deposit().isEmpty()) one.put("deposit", ware.deposit());
        }
        return json;
    }
}
