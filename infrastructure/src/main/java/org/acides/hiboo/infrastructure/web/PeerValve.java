package org.acides.hiboo.infrastructure.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Marks requests of trusted proxies: further in, only the address that they speak for is known, and no longer theirs. */
final class PeerValve extends ValveBase {

    static final String TRUSTED = PeerValve.class.getName() + ".trusted";

    private final ClientCertificates certificates;

    PeerValve(ClientCertificates certificates) {
        super(true);
        this.certificates = certificates;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (certificates.trusts(request.getPeerAddr())) request.setAttribute(TRUSTED, Boolean.TRUE);
        getNext().invoke(request, response);
    }
}
