package io.tidemark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.retail.Dealing.StoreShare;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Provisioning;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Head office, a gateway and a till of the smallest profile, as shipped: a table comes in at one
 * end, and at the other its articles are asked for.
 */
final class CatalogueBench {
    private static final String TAXES = "code,rate,name\nS,20,Standard\n";
    private static final int API_LOOK_UPS = 2_000;
    private static final double NANOS = 1e9;

    private final Path directory;
    private final int products;
    private final int lookUps;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CatalogueBench(Path directory, int products, int lookUps) {
        this.directory = directory;
        this.products = products;
        this.lookUps = lookUps;
    }

    Report run(PrintStream progress) throws IOException {
        try (Machinery machinery = new Machinery(false);
                Laboratory laboratory = provisioned(machinery)) {
            progress.println("starting head office, a gateway and a till");
            new Opening(laboratory).startNodes();
            LabTill till = laboratory.tills().getFirst();
            long residentBefore = memoryMb(till, "VmRSS:");
            Report report = new Report().put("products", products);
            progress.println("importing " + products + " products");
            imported(laboratory, report);
            published(laboratory, report);
            Path file = file(till);
            report.put("deviceBytes", Files.size(file)).put("indexBytes", Files.size(index(file)));
            progress.println("looking up");
            report.put("tillApi", overApi(till));
            report.put(
                    "tillMemory",
                    new Report()
                            .put("residentBeforeMb", residentBefore)
                            .put("residentMb", memoryMb(till, "VmRSS:"))
                            .put("residentPeakMb", memoryMb(till, "VmHWM:")));
            laboratory.stopAll();
            return report.put(
                    "lookUp",
                    new LookUps(till.node().home().resolve("master-data"), products, lookUps)
                            .run(file));
        }
    }

    private Laboratory provisioned(Machinery machinery) {
        StoreShare nothingToSell =
                new StoreShare(List.of(List.of()), List.of(), new SourceTotals(0, 0, 0, 0, 0));
        return new Provisioning(
                        directory, Deployables.besideThis().checked(), machinery, Optional::empty)
                .provision(List.of(nothingToSell), "GBP");
    }

    /** As {@code ./tidemark master import} does it. */
    private void imported(Laboratory laboratory, Report report) throws IOException {
        Path table = Articles.write(directory, products);
        NodeApi headOffice = laboratory.headOfficeApi();
        String base = "/api/v1/master-data/imports/" + UUID.randomUUID();
        long start = System.nanoTime();
        send(headOffice, "PUT", base + "/taxes", BodyPublishers.ofString(TAXES));
        send(headOffice, "PUT", base + "/products", BodyPublishers.ofFile(table));
        send(headOffice, "POST", base, BodyPublishers.noBody());
        report.put("csvBytes", Files.size(table)).put("importSeconds", since(start));
    }

    private void published(Laboratory laboratory, Report report) {
        LabStore store = laboratory.stores().getFirst();
        LabTill till = laboratory.tills().getFirst();
        long start = System.nanoTime();
        send(
                laboratory.headOfficeApi(),
                "POST",
                "/api/v1/master-data/publish",
                BodyPublishers.ofString("{\"operator\":\"bench\"}"));
        report.put("publishSeconds", since(start));
        start = System.nanoTime();
        Patience.until("the gateway to adopt it", () -> version(store) > 0);
        report.put("publishedToGatewaySeconds", since(start));
        start = System.nanoTime();
        Patience.until("the till to sell by it", () -> till.status().masterDataVersion() > 0);
        report.put("gatewayToTillSeconds", since(start));
    }

    private static long version(LabStore store) {
        return store.gatewayApi().get("/api/v1/status").path("masterDataVersion").asLong();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    /** With HTTP and JSON, from another process: what a till program waits for. */
    private Report overApi(LabTill till) {
        Random random = new Random(2);
        int count = Math.min(API_LOOK_UPS, lookUps);
        Percentiles times = new Percentiles(count);
        for (int i = -count; i < count; i++) {
            int number = random.nextInt(products);
            String path = "/api/v1/products?code=" + Articles.gtin(number);
            long start = System.nanoTime();
            JsonNode found = till.api().get(path);
            long took = System.nanoTime() - start;
            if (!found.path(0).path("plu").asText().equals(Articles.plu(number)))
                throw new LabFailed("the till has another article there: " + found);
            if (i >= 0) times.add(took);
        }
        return new Report()
                .put("p50Micros", times.micros(0.5))
                .put("p99Micros", times.micros(0.99));
    }

    private void send(NodeApi to, String method, String path, BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(to.uri(path))
                        .header(
                                "Content-Type",
                                method.equals("PUT") ? "text/csv" : "application/json")
                        .method(method, body)
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2)
                throw new LabFailed(method + " " + path + " was answered " + answer.body());
        } catch (IOException e) {
            throw new LabFailed("head office did not answer " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailed("interrupted", e);
        }
    }

    private static Path file(LabTill till) {
        return till.node().home().resolve("master-data").resolve("0000000001.tmd");
    }

    private static Path index(Path file) {
        return file.resolveSibling("0000000001.idx");
    }

    private static long memoryMb(LabTill till, String field) throws IOException {
        Path status = Path.of("/proc", String.valueOf(till.node().process().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }
}
