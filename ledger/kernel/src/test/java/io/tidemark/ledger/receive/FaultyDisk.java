package io.tidemark.ledger.receive;

import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** A real directory whose writes or forces fail when told so. */
final class FaultyDisk {
    final Storage storage;
    boolean writesFail;
    boolean forcesFail;
    int forces;

    FaultyDisk(Path directory) {
        FileStorage real = new FileStorage(directory);
        storage =
                wrapped(
                        Storage.class,
                        (method, arguments) -> {
                            if (method.getName().equals("forceDirectory")) force();
                            Object result = method.invoke(real, arguments);
                            return result instanceof StoredFile file ? faulty(file) : result;
                        });
    }

    private StoredFile faulty(StoredFile real) {
        return wrapped(
                StoredFile.class,
                (method, arguments) -> {
                    if (method.getName().equals("force")) force();
                    if (method.getName().equals("write") && writesFail)
                        throw new IOException("no space left on device");
                    return method.invoke(real, arguments);
                });
    }

    private void force() throws IOException {
        forces++;
        if (forcesFail) throw new IOException("the disk does not answer");
    }

    private interface Call {
        Object of(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrapped(Class<T> port, Call call) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            try {
                                return call.of(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
