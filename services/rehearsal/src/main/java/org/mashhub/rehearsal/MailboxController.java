package org.mashhub.rehearsal;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the embedded mail server has delivered. */
@RestController
class MailboxController {

	private final Mailbox mailbox;

	MailboxController(RehearsalSettings settings) {
		this.mailbox = new Mailbox(settings.mailbox());
	}

	@GetMapping("/mailbox")
	List<Mailbox.Mail> read() {
		return this.mailbox.read();
	}

}
