package org.mashhub.standalone.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import org.mashhub.standalone.ComposeSecrets;
import org.mashhub.standalone.audit.EpochComparison;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at epochs of correlation. */
@Command(name = "epoch", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Compare epochs of correlation.", subcommands = EpochCommand.CompareCommand.class)
final class EpochCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		CommandLine.usage(this.spec.commandLine(), System.out);
	}

	/** Compares one in the shadow with what stands. */
	@Command(name = "compare", mixinStandardHelpOptions = true,
			description = { "Compare an epoch that works in the shadow (MASH_SHADOW=true) with what stands.",
					"Exit code: 0 nothing differs, 1 something does." })
	static final class CompareCommand implements Callable<Integer> {

		@Mixin
		private final Here here = new Here();

		@Mixin
		private final AsJson json = new AsJson();

		@Parameters(paramLabel = "EPOCH", description = "Its name with the check sum, as its log says it.")
		private String epoch = "";

		@Override
		public Integer call() {
			Map<String, Object> login = this.here.isComposed() ? ComposeSecrets
				.login(ComposeSecrets.folder(Path.of(System.getProperty("mash.root", "."))), "operator") : Map.of();
			EpochComparison.Report report = new EpochComparison(this.here.ports(), login).with(this.epoch);
			if (this.json.isWanted()) {
				this.json.print(report);
			}
			else {
				print(report);
			}
			return report.isSame() ? 0 : Mash.COULD_NOT;
		}

		private static void print(EpochComparison.Report report) {
			System.out.printf("%,d entries behind, %,d ahead.%n", report.behind(), report.ahead());
			print("Alerts", report.alerts());
			print("Children", report.pictures());
			print("Questions to officers", report.questions());
			print("Notices to practices", report.notices());
			System.out.printf("Mentions of people: %,d stand, %,d in the shadow, %,d not with the same others.%n",
					report.mentions(), report.mentionsInShadow(), report.groupedOtherwise());
			System.out.println(report.isSame() ? "Nothing differs." : "They differ.");
		}

		private static void print(String what, EpochComparison.Compared compared) {
			System.out.printf("%s: %,d the same, %,d not.%n", what, compared.same(), compared.differences().size());
			compared.differences()
				.forEach((difference) -> System.out.printf("  %s  %-4s stands: %s; shadow: %s%n", difference.id(),
						difference.what(), difference.stands(), difference.shadow()));
		}

	}

}
