package org.mashhub.standalone.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.mashhub.standalone.Home;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which parts of the hub are up. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Show which parts of the hub are up.")
final class StatusCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Override
	public Integer call() {
		Home home = this.here.home();
		Optional<Long> pid = home.runningHub();
		Map<String, URI> parts = parts(this.here.ports());
		Map<String, Boolean> up = new LinkedHashMap<>();
		try (HubClient client = new HubClient(Addresses.of(this.here.ports()), Map.of())) {
			parts.forEach((part, address) -> up.put(part, pid.isPresent() && client.isReady(address)));
		}
		if (this.json.isWanted()) {
			this.json.print(Map.of("running", pid.isPresent(), "pid", pid.orElse(0L), "home", home.root().toString(),
					"parts", up));
		}
		else if (pid.isEmpty()) {
			System.out.println("No hub is running from " + home.root() + ". ./mash up starts it.");
		}
		else {
			System.out.println("A hub is running from " + home.root() + " (process " + pid.get() + ").");
			up.forEach((part, ready) -> System.out.printf("  %-18s %-9s %s%n", part, ready ? "ready" : "not ready",
					parts.get(part)));
		}
		return pid.isPresent() ? (up.containsValue(false) ? Mash.COULD_NOT : 0) : Mash.NOT_RUNNING;
	}

	private static Map<String, URI> parts(Ports ports) {
		Addresses addresses = Addresses.of(ports);
		Map<String, URI> parts = new LinkedHashMap<>();
		parts.put("console", addresses.console());
		parts.put("adapters", addresses.edge());
		parts.put("identity provider", addresses.identityProvider());
		parts.put("notification", addresses.notification());
		parts.put("correlation", URI.create("http://127.0.0.1:" + ports.correlation()));
		return parts;
	}

}
