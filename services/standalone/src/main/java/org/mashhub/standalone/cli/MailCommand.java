package org.mashhub.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.mashhub.rehearsal.Mailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the mail that was sent. */
@Command(name = "mail", mixinStandardHelpOptions = true,
		description = "Show the e-mails that the hub has sent; the embedded mail server keeps them.")
final class MailCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Override
	public Integer call() {
		List<Mailbox.Mail> mails = new Mailbox(this.here.home().mail()).read();
		if (this.json.isWanted()) {
			this.json.print(mails);
			return 0;
		}
		if (mails.isEmpty()) {
			System.out.println("No e-mail was sent yet.");
		}
		mails.forEach((mail) -> {
			System.out.println("To:      " + String.join(", ", mail.to()));
			System.out.println("Date:    " + mail.date());
			System.out.println("Subject: " + mail.subject());
			System.out.println();
			mail.body().lines().forEach((line) -> System.out.println("    " + line));
			System.out.println();
		});
		return 0;
	}

}
