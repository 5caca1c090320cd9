package org.mashhub.standalone.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.PlainTeller;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Replays a scenario against a running hub. */
@Command(name = "replay", mixinStandardHelpOptions = true,
		description = "Replay a scenario over HTTP in a fresh fictional area.")
final class ReplayCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(paramLabel = "SCENARIO", arity = "0..1", defaultValue = "child-p",
			description = "Folder below scenarios/ (default: ${DEFAULT-VALUE}).")
	private String scenario = "child-p";

	@Option(names = "--against", paramLabel = "URL",
			description = "Address of another hub's console, or 'compose' for the hub that docker-compose runs.")
	private @Nullable String against;

	@Override
	public Integer call() {
		Scenario story = Scenario.read(this.here.scenarios().resolve(this.scenario));
		try (HubClient hub = this.here.client(this.against)) {
			if (!this.json.isWanted()) {
				new Replay(hub, story).run(new PlainTeller(System.out));
				return 0;
			}
			Replay.Outcome outcome = new Replay(hub, story).run(new Silent());
			List<JsonNode> alerts = outcome.told().stream().map(Replay.Told::shown).toList();
			this.json.print(Map.of("area", outcome.area(), "sent", outcome.sent(), "alerts", alerts, "milliseconds",
					outcome.took().toMillis(), "firstAlertMilliseconds", outcome.firstAlert().toMillis()));
			return 0;
		}
	}

	/** Says nothing. */
	private static final class Silent implements Replay.Teller {

		@Override
		public void begins(Scenario scenario, String area) {
		}

		@Override
		public void happened(Scenario.Step step) {
		}

		@Override
		public void alerted(JsonNode shown) {
		}

		@Override
		public void ends(Replay.Outcome outcome) {
		}

	}

}
