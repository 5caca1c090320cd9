package org.mashhub.standalone.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.mashhub.standalone.Home;
import org.mashhub.standalone.audit.AuditReport;
import org.mashhub.standalone.audit.AuditReport.Found;
import org.mashhub.standalone.audit.TopicsAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that nothing was lost. */
@Command(name = "audit", mixinStandardHelpOptions = true,
		description = { "Prove from the topics that every record that was accepted is in the area log,",
				"and every entry of the area log applied or in quarantine. Reads all topics of the hub that runs here;",
				"takes 31 bytes of memory a record. Exit code: 0 it balances, 1 it does not, 3 no hub is running." })
final class AuditCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String ROW = "%-24s %-28s %-34s %9s %9s %9s %11s %7s %8s%n";

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Option(names = "--now", description = "Do not wait up to 30 s for records that are on their way.")
	private boolean now;

	@Override
	public Integer call() {
		Home home = this.here.home();
		if (home.runningHub().isEmpty()) {
			System.err.println("mash: no hub is running from " + home.root() + ". ./mash up starts it.");
			return Mash.NOT_RUNNING;
		}
		AuditReport report = new TopicsAudit(this.here.ports()).run(this.now ? Duration.ZERO : PATIENCE);
		if (this.json.isWanted()) {
			this.json.print(report);
		}
		else {
			print(report);
		}
		return report.balanced() ? 0 : Mash.COULD_NOT;
	}

	private static void print(AuditReport report) {
		if (!report.feeds().isEmpty()) {
			System.out.printf(ROW, "agency", "org", "kind", "accepted", "logged", "applied", "quarantined", "parked",
					"missing");
		}
		report.feeds()
			.forEach((feed) -> System.out.printf(ROW, feed.agency(), feed.organisation(), feed.eventType(),
					feed.accepted(), feed.logged(), feed.applied(), feed.quarantined(), feed.parked(), feed.missing()));
		print("In quarantine", report.quarantined(), report.quarantinedCount(),
				"./mash quarantine lists all; their bytes are kept.");
		print("Parked", report.parked(), report.parkedCount(),
				"They are taken in by themselves when the area table names their area.");
		print("MISSING", report.missing(), report.missingCount(),
				"While correlation is behind or down this passes: ./mash status, then audit again. Else look for the "
						+ "receipts in log/hub.log; the records are still at their places in the topics.");
		print("UNEXPECTED", report.unexpected(), report.unexpectedCount(),
				"Somebody else than intake has written to the area log, or an agency topic has lost records.");
		if (report.repeated() > 0) {
			System.out.println(report.repeated() + " records have the receipt of another one: an adapter is wrong.");
		}
		System.out.printf(Locale.UK, "%s %,d records accepted, read in %.1f s.%n",
				report.balanced() ? "It balances." : "It does NOT balance.", report.accepted(),
				report.milliseconds() / 1000.0);
	}

	private static void print(String title, List<Found> found, long count, String whatToDo) {
		if (count > 0) {
			System.out.println(title + ": " + count + ((count > found.size()) ? ", of which" : ""));
			found.forEach((one) -> System.out.printf("  %-36s  %s  %s%n",
					(one.receiptId() != null) ? one.receiptId() : "no receipt", one.place(), one.what()));
			System.out.println("  " + whatToDo);
		}
	}

}
