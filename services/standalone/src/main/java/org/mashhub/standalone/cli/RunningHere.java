package org.mashhub.standalone.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import org.mashhub.standalone.DemoUser;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Hub;
import org.mashhub.standalone.HubLog;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.client.Addresses;

/** A hub in this process, and what a person must know about it. */
final class RunningHere implements AutoCloseable {

	private final Hub hub;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private RunningHere(Hub hub) {
		this.hub = hub;
	}

	static RunningHere start(Home home, Ports ports) {
		long began = System.nanoTime();
		HubLog.open(home);
		System.out.println("Starting the hub (state in " + home.root() + ")");
		Hub hub = new Hub(home, ports, (line) -> System.out.printf(Locale.UK, "  %5.1f s  %s%n",
				Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, line));
		RunningHere running = new RunningHere(hub);
		Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
		hub.start();
		return running;
	}

	/** Returns when the process is asked to end. */
	void await() {
		try {
			this.stopped.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.hub.close();
		this.stopped.countDown();
	}

	static void printAddresses(Addresses addresses, Home home) {
		System.out.println("The hub is up:");
		System.out.println("  console            " + addresses.console());
		System.out.println("  agencies send to   " + addresses.edge() + "   (described at /v3/api-docs)");
		System.out.println("  what people are told of opens at   " + addresses.notification());
		System.out.println("Sign in as:");
		DemoUser.ALL.forEach((user) -> System.out.printf("  %-9s %s%n", user.name(), user.role()));
		System.out.println("  passwords: ./mash users --passwords   (kept in " + home.secrets() + ")");
		System.out.println("Mail that was sent: ./mash mail");
	}

}
