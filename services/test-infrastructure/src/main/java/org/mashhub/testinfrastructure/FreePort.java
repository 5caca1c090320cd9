package org.mashhub.testinfrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of the loopback address that nothing listens on, and that the system gives to no
 * connection going out: another module's tests may open one before it is listened on.
 */
final class FreePort {

	private FreePort() {
	}

	static int find() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(12000, 31000);
			if (isFree(port)) {
				return port;
			}
		}
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
