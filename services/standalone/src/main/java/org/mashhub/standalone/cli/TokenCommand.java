package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an access token. */
@Command(name = "token", mixinStandardHelpOptions = true,
		description = { "Print an access token for curl, good for one hour.",
				"curl -H \"Authorization: Bearer $(./mash token police)\" …" })
final class TokenCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Parameters(paramLabel = "CLIENT",
			description = "An agency such as police, gp or social-care, or mash-cli or prometheus.")
	private String client = "";

	@Override
	public Integer call() {
		try (HubClient hub = this.here.client()) {
			System.out.println(hub.token(this.client));
		}
		return 0;
	}

}
