package org.acides.hiboo.infrastructure.web;

import java.io.IOException;
import java.net.InetAddress;

/** Tells hosts on the internet from those that only this machine, or its network, reaches: against server-side request forgery. */
public final class PublicHosts {

    private PublicHosts() {}

    /**
     * The JDK remembers for a while what a name leads to: a call that follows goes to one of the addresses that were
     * looked at.
     *
     * @throws IOException the name leads nowhere, or to a private network
     */
    public static void require(String host) throws IOException {
        for (InetAddress each : InetAddress.getAllByName(host))
            if (!isPublic(each)) throw new IOException("this host lies in a private network");
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || unique
                || shared);
    }
}
