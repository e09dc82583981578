package io.tidemark.fog.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Makes TLS sockets that can be cut off from outside the client, as a pulled cable does. */
final class CuttableSockets extends SSLSocketFactory {
    private final SSLSocketFactory real;
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    CuttableSockets(SSLSocketFactory real) {
        this.real = real;
    }

    void cut() throws IOException {
        for (Socket socket : made) socket.close();
    }

    @Override
    public Socket createSocket() throws IOException {
        return kept(real.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
            throws IOException {
        return kept(real.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return kept(real.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(real.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return kept(real.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return real.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return real.getSupportedCipherSuites();
    }

    private Socket kept(Socket socket) {
        made.add(socket);
        return socket;
    }
}
