-- link: /anmeldung/nvlmPZJ1rS0tBuN926QL8EmQP1ki6wgcapGjl7EFarw
CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);
CREATE TABLE "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "Act" TEXT NOT NULL,
    "By" TEXT NULL,
    "EventId" TEXT NULL,
    "RegistrationId" TEXT NULL,
    "Fields" TEXT NULL
);
CREATE TABLE "Children" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Children" PRIMARY KEY,
    "RegistrationId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "FirstName" TEXT NOT NULL,
    "Age" INTEGER NOT NULL,
    "CallRequested" INTEGER NOT NULL,
    CONSTRAINT "CK_Children_Age" CHECK ("Age" BETWEEN 0 AND 17),
    CONSTRAINT "FK_Children_Registrations_RegistrationId" FOREIGN KEY ("RegistrationId") REFERENCES "Registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "ClosingReports" (
    "EventId" TEXT NOT NULL,
    "Bound" TEXT NOT NULL,
    CONSTRAINT "PK_ClosingReports" PRIMARY KEY ("EventId", "Bound"),
    CONSTRAINT "FK_ClosingReports_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Events" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Events" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ShortTitle" TEXT NOT NULL,
    "Lead" TEXT NOT NULL,
    "Audience" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Price" TEXT NULL,
    "Date" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "ContactName" TEXT NOT NULL,
    "ContactEmail" TEXT NOT NULL,
    "OffersChildcare" INTEGER NOT NULL,
    "CancelledAt" TEXT NULL,
    "Sequence" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "OpensAt" TEXT NULL,
    "DeadlineBound" TEXT NOT NULL,
    "Seats" INTEGER NULL,
    "ChildcareSeats" INTEGER NULL,
    "SeatsTaken" INTEGER NOT NULL,
    "ChildcareTaken" INTEGER NOT NULL,
    "Switch" TEXT NOT NULL,
    "SwitchedBy" TEXT NULL,
    "SwitchedAt" TEXT NULL,
    "Programme" TEXT NULL,
    CONSTRAINT "CK_Events_Seats" CHECK (("Seats" IS NULL OR "Seats" >= 0) AND ("ChildcareSeats" IS NULL OR "ChildcareSeats" >= 0)),
    CONSTRAINT "CK_Events_Taken" CHECK ("SeatsTaken" >= 0 AND "ChildcareTaken" >= 0)
);
CREATE TABLE "GuideTopics" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_GuideTopics" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    "Concern" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PartnerId" TEXT NULL,
    CONSTRAINT "FK_GuideTopics_Partners_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "Partners" ("Id") ON DELETE SET NULL
);
CREATE TABLE "OutboxMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutboxMails" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "EventId" TEXT NULL,
    "RegistrationId" TEXT NULL,
    "ToAddress" TEXT NOT NULL,
    "AddressKey" TEXT NOT NULL,
    "ToName" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "TextBody" TEXT NOT NULL,
    "HtmlBody" TEXT NOT NULL,
    "Calendar" TEXT NULL,
    "ReplyToAddress" TEXT NULL,
    "ReplyToName" TEXT NULL,
    "LinkGeneration" INTEGER NOT NULL,
    "MessageId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAttemptAt" TEXT NOT NULL,
    "FirstAttemptAt" TEXT NULL,
    "LastAttemptAt" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "LeaseNumber" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "LastAnswer" TEXT NULL,
    "PossiblyDuplicate" INTEGER NOT NULL,
    "Delay" TEXT NULL,
    CONSTRAINT "CK_OutboxMails_Counts" CHECK ("Attempts" >= 0 AND "LeaseNumber" >= 0),
    CONSTRAINT "CK_OutboxMails_Lease" CHECK (("State" = 'Sending') = ("LeaseUntil" IS NOT NULL)),
    CONSTRAINT "CK_OutboxMails_SentAt" CHECK ("State" <> 'Sent' OR "SentAt" IS NOT NULL),
    CONSTRAINT "CK_OutboxMails_State" CHECK ("State" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown'))
);
CREATE TABLE "Partners" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Partners" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Institution" TEXT NOT NULL,
    "Function" TEXT NULL,
    "PartInFounding" TEXT NULL
);
CREATE TABLE "Registrations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Registrations" PRIMARY KEY,
    "EventId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "GivenName" TEXT NULL,
    "FamilyName" TEXT NULL,
    "Email" TEXT NULL,
    "Phone" TEXT NULL,
    "PhoneE164" TEXT NULL,
    "FurtherAdults" INTEGER NOT NULL,
    "ChildrenInCare" INTEGER NOT NULL,
    "Question" TEXT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "TakenInBy" TEXT NULL,
    "LetInKnowingly" INTEGER NOT NULL,
    "CancelledAt" TEXT NULL,
    "ErasedAt" TEXT NULL,
    "CalledAt" TEXT NULL,
    "LinkGeneration" INTEGER NOT NULL,
    "LinkHash" BLOB NULL,
    "FamilyKey" TEXT NULL,
    "Fingerprint" BLOB NULL,
    "EmailKey" TEXT NULL,
    "SortKey" TEXT NULL,
    "SearchKey" TEXT NULL,
    CONSTRAINT "CK_Registrations_Party" CHECK ("FurtherAdults" BETWEEN 0 AND 5 AND "ChildrenInCare" BETWEEN 0 AND 10),
    CONSTRAINT "CK_Registrations_Person" CHECK (("ErasedAt" IS NULL) = ("Email" IS NOT NULL)),
    CONSTRAINT "FK_Registrations_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "RepeatedSignUps" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RepeatedSignUps" PRIMARY KEY,
    "EventId" TEXT NOT NULL,
    "RegistrationId" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "Fingerprint" BLOB NOT NULL,
    CONSTRAINT "FK_RepeatedSignUps_Registrations_RegistrationId" FOREIGN KEY ("RegistrationId") REFERENCES "Registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "RoleAssignments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RoleAssignments" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "EventId" TEXT NULL,
    CONSTRAINT "FK_RoleAssignments_AspNetUsers_AccountId" FOREIGN KEY ("AccountId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_RoleAssignments_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE CASCADE
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
INSERT INTO "AspNetUsers" VALUES ('01A204E1-5BF8-7C60-9AAB-0290586B3D66','Karin Probe','karin@netzwerk.test','KARIN@NETZWERK.TEST','karin@netzwerk.test','KARIN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEEslA2/70+lEFMr+idhyrTamj34UIcL6PFR+xxjQizti0DMJtWiI/hcSI6xykrXLKQ==','KWU4576ZRV2SBFYADUHYXNEB6CUIWM63','68845a0e-19c3-4136-b5d0-59e1de95d5bd',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A204E1-5F15-7DF2-8F7E-FA26A6508BC8','Stefan Probe','stefan@netzwerk.test','STEFAN@NETZWERK.TEST','stefan@netzwerk.test','STEFAN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEA+cbu39wTF0UNhF6XM0aZZRbXsYoF2vGFiPuJrRqllcPiEcXCjx69Ctu1YxYAGiPw==','JCOTWJBTNQJC7BQRZZS4CZRRCT566O4J','56a8a705-f7ad-40d9-82d4-2ec5bb81bc4b',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A204E1-5F86-7AE0-BBF6-AF5FCEFD0D74','Clara Probe','clara@netzwerk.test','CLARA@NETZWERK.TEST','clara@netzwerk.test','CLARA@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEKP35tPCtqISLLnyPBbfJQUwbPVMtKSnYlikXwqxwV9pXCqgvxOgP7EoPy34bUW+ng==','IEHOJYGFCGGEFM56PYBX67UUB3EJL42Z','f6528cde-6eab-4b9c-8135-8710553d4af2',NULL,0,0,NULL,1,0);
INSERT INTO "Audit" VALUES ('01A204E1-6098-70EE-B420-D6E815A8607C','2022-10-24 08:00:00','SignedUp',NULL,'01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-600F-793E-8C31-330DE4395537',NULL);
INSERT INTO "Audit" VALUES ('01A204E1-6115-738D-885F-B2F35FDA16E9','2022-10-24 08:00:00','SignedUp',NULL,'01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6112-7C46-A927-41888BF6F862',NULL);
INSERT INTO "Audit" VALUES ('01A204E1-611C-764B-9673-B238F6535928','2022-10-24 08:00:00','SignedUp',NULL,'01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6119-7952-9A00-57C808E3EB3A',NULL);
INSERT INTO "Audit" VALUES ('01A204E1-61FC-78C8-A8E1-EE19FCE4AC7A','2022-10-24 08:00:00','Erased','Karin Probe','01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6119-7952-9A00-57C808E3EB3A',NULL);
INSERT INTO "Audit" VALUES ('01A204E1-6266-773B-A40B-13916B496387','2022-10-24 08:00:00','SignedUp',NULL,'01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6264-729C-BB4A-13C5563595C6',NULL);
INSERT INTO "Children" VALUES ('01A204E1-6061-7405-A597-12D5003122E4','01A204E1-600F-793E-8C31-330DE4395537',2,'Ada',11,1);
INSERT INTO "Children" VALUES ('01A204E1-6061-7830-86FC-98BEDABBF156','01A204E1-600F-793E-8C31-330DE4395537',1,'Ömer',4,0);
INSERT INTO "Events" VALUES ('01A204E1-5A97-7005-A33D-99E9B59C3008','jubilaeum-2022','Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“','Jubiläumsfeier','Das Netzwerk wird elf, am 11. 11. Feiern Sie mit uns – und sagen Sie, was Alleinerziehende brauchen.','Alleinerziehende Mütter und Väter aus dem Landkreis Cloppenburg, Netzwerkpartner und alle, die sich dafür interessieren','Netzwerk „Wirksame Hilfen für Alleinerziehende“, vertreten durch den Landkreis Cloppenburg','Kreishaus Cloppenburg',NULL,'2022-11-11','15:00:00','16:30:00','Karin kl. Holthaus','kl.holthaus@lkclp.de',1,NULL,0,7,NULL,'2022-11-04 23:00:00',120,NULL,7,3,'Schedule',NULL,NULL,'[{"IsHighlight":false,"Text":"Was das Netzwerk f\u00FCr Alleinerziehende erreichen will.","Title":"Die Ziele des Netzwerks"},{"IsHighlight":false,"Text":"Fachleute sprechen mit Ihnen \u00FCber das, was Alleinerziehende bewegt. Eine Frage k\u00F6nnen Sie schon mit der Anmeldung schicken.","Title":"Ihre Herausforderungen, Ihre W\u00FCnsche"},{"IsHighlight":true,"Text":"Sie zeigen die R\u00FCckkehr in den Beruf aus einer anderen Perspektive.","Title":"Besonders: die \u201EBunten Frauen Visbek\u201C"}]');
INSERT INTO "GuideTopics" VALUES ('01A204E1-5B01-72EF-94E1-B516B93458E9',1,'zurueck-in-den-beruf','Zurück in den Beruf','Sie ist im Jobcenter für Chancengleichheit am Arbeitsmarkt zuständig.','01A204E1-5AF9-75B4-9659-D78320B2614F');
INSERT INTO "GuideTopics" VALUES ('01A204E1-5B01-74F5-A6C1-E0F4BC92C31A',3,'beruf-und-familie','Beruf und Familie vereinbaren','Die Koordinierungsstelle verbindet Frauen und Wirtschaft im Oldenburger Münsterland.','01A204E1-5AF9-79EF-97DF-7F277704455A');
INSERT INTO "GuideTopics" VALUES ('01A204E1-5B01-77EC-A239-D0D34D21509D',4,'gleichstellung','Gleichstellung','Sie ist die Gleichstellungsbeauftragte der Stadt Friesoythe.','01A204E1-5AF9-7E7C-85B5-960B9A75FE92');
INSERT INTO "GuideTopics" VALUES ('01A204E1-5B01-792D-AC52-D0D6BB1167E5',5,'wer-ist-zustaendig','Ich weiß nicht, wer zuständig ist','Fragen Sie eine beliebige Stelle im Netzwerk. Jede vermittelt Sie an die passende.',NULL);
INSERT INTO "GuideTopics" VALUES ('01A204E1-5B01-7C26-A6A8-0DA0D780CC7C',2,'schwangerschaft','Schwangerschaft','Sie berät Schwangere.','01A204E1-5AF9-7CBA-AAFA-C15D8261F847');
INSERT INTO "OutboxMails" VALUES ('01A204E1-60D9-7E70-924B-306E7B7FDE88','confirmation','01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-600F-793E-8C31-330DE4395537','anna.oeztuerk@example.org','anna.oeztuerk@example.org','Anna Öztürk','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Anna Öztürk,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 2 Erwachsene, 2 Kinder in der Betreuung
Kennung: NW-RJGEJ3

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Anna &#214;zt&#252;rk,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag,&#160;11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>2 Erwachsene, 2 Kinder in der Betreuung</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-RJGEJ3</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag,&#160;11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-RJGEJ3. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a204e1600f793e8c31330de4395537@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a204e160d97e70924b306e7b7fde88@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-22 20:10:09.0582446','2026-11-22 20:10:09.0582446',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL);
INSERT INTO "OutboxMails" VALUES ('01A204E1-6116-70CA-918E-14CE8F56F0C0','confirmation','01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6112-7C46-A927-41888BF6F862','bernd@example.com','bernd@example.com','Bernd Müller-Voß','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Bernd Müller-Voß,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-JNWKRX

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Bernd M&#252;ller-Vo&#223;,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag,&#160;11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-JNWKRX</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag,&#160;11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-JNWKRX. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a204e161127c46a92741888bf6f862@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a204e1611670ca918e14ce8f56f0c0@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-22 20:10:09.154696','2026-11-22 20:10:09.154696',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL);
INSERT INTO "OutboxMails" VALUES ('01A204E1-6267-7E54-B05E-D2ECA71696A4','confirmation','01A204E1-5A97-7005-A33D-99E9B59C3008','01A204E1-6264-729C-BB4A-13C5563595C6','dilan@example.net','dilan@example.net','Đ O''Şahin','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Đ O''Şahin,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-R7MEGM

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

Der Termin für Ihren Kalender hängt an dieser E-Mail.

Fragen beantwortet Karin kl. Holthaus: kl.holthaus@lkclp.de

Herzliche Grüße
Ihr Netzwerk „Wirksame Hilfen für Alleinerziehende“

-- 
Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann löschen wir die Anmeldung.
Datenschutz: https://netzwerk.test/datenschutz
','<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>Sie sind angemeldet</title></head>
<body style="margin:0;padding:0;font-family:''Fira Sans'',''Segoe UI'',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid #96265c"><b>Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></p>
<h1 style="margin:0 0 16px;font-size:26px;line-height:1.25">Sie sind angemeldet</h1>
<p style="margin:0 0 16px">Guten Tag Đ O&#39;Şahin,</p>
<p style="margin:0 0 16px">sch&#246;n, dass Sie kommen. Das haben wir notiert:</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;font-size:17px;line-height:1.5;border-collapse:collapse">
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Was</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Jubil&#228;umsfeier: 11 Jahre Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag,&#160;11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-R7MEGM</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag,&#160;11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
<p style="margin:0 0 16px">Der Termin f&#252;r Ihren Kalender h&#228;ngt an dieser E-Mail.</p>
<p style="margin:0 0 16px">Fragen beantwortet Karin kl.&#160;Holthaus: kl.holthaus@lkclp.de</p>
<p style="margin:0 0 16px">Herzliche Gr&#252;&#223;e<br>Ihr Netzwerk „Wirksame Hilfen f&#252;r Alleinerziehende“</p>
<p style="margin:0;padding:12px 0 0;border-top:1px solid #8a8fa8;font-size:15px">Sie erhalten diese E-Mail, weil sich jemand mit dieser Adresse angemeldet hat. Waren Sie das nicht? Antworten Sie kurz, dann l&#246;schen wir die Anmeldung. <a href="https://netzwerk.test/datenschutz" style="color:inherit">Datenschutz</a></p>
</main>
</body>
</html>','BEGIN:VCALENDAR
METHOD:PUBLISH
PRODID:-//Netzwerk//Anmeldung//DE
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20210328T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Ihre Kennung: NW-R7MEGM. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a204e16264729cbb4a13c5563595c6@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a204e162677e54b05ed2eca71696a4@netzwerk.test','2022-10-24 08:00:00','Waiting',0,'1970-01-01 00:00:00',NULL,NULL,NULL,0,NULL,NULL,0,NULL);
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-70D7-AA3D-CE4A27DA9163',5,'Elisabeth Kessens','Caritas-Sozialwerk Cloppenburg',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-7536-91AF-755EECCC579A',4,'Ines Luthmann','Sozialdienst katholischer Frauen Cloppenburg','Geschäftsführerin',NULL);
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-75B4-9659-D78320B2614F',1,'Anja Komossa','Jobcenter Cloppenburg','Beauftragte für Chancengleichheit am Arbeitsmarkt','Initiatorin und Gründungsmitglied');
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-7736-8095-F81AFC3D9CF2',2,'Dr. Christina Neumann','Landkreis Cloppenburg','ehemalige Gleichstellungsbeauftragte','Initiatorin');
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-79EF-97DF-7F277704455A',7,'Renate Hitz','Koordinierungsstelle Frauen und Wirtschaft, Oldenburger Münsterland',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-7CBA-AAFA-C15D8261F847',3,'Ivonne Flerlage','Diakonisches Werk','Schwangerenberatung',NULL);
INSERT INTO "Partners" VALUES ('01A204E1-5AF9-7E7C-85B5-960B9A75FE92',6,'Sandra kl. Stüve','Stadt Friesoythe','Gleichstellungsbeauftragte',NULL);
INSERT INTO "Registrations" VALUES ('01A204E1-600F-793E-8C31-330DE4395537','01A204E1-5A97-7005-A33D-99E9B59C3008','NW-RJGEJ3','Anna','Öztürk','anna.oeztuerk@example.org','0171 3920012','+491713920012',1,2,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'A86E5C93F7E849128CFFBDBB6B722E5E07D9C07AB455E78EAC55F5AA0446405D','b03cb9d7b883632f2092e9ff7b56b77c4a4bd61d18692b4d1e78f26fad6ba46f',X'9838DDA473015FB56B3F9041A70E37CBCD36F00F468836E5CE1DE2C5F47F9398','anna.oeztuerk@example.org','ozturkanna','anna ozturk anna.oeztuerk@example.org nw-rjgej3');
INSERT INTO "Registrations" VALUES ('01A204E1-6112-7C46-A927-41888BF6F862','01A204E1-5A97-7005-A33D-99E9B59C3008','NW-JNWKRX','Bernd','Müller-Voß','bernd@example.com',NULL,NULL,0,0,NULL,'2022-10-24 08:00:00',NULL,0,'2022-10-24 08:00:00',NULL,NULL,1,X'487E63DAE6C96F19DF6F68D2375FEB6781780EA0A0AC7A6E42C1E47ED4F26156',NULL,X'901D7A1D4281C5DA6A0021E514DC8C0340ADD9B91B0A762FE761AC6E096E005C','bernd@example.com','muller-vossbernd','bernd muller-voss bernd@example.com nw-jnwkrx');
INSERT INTO "Registrations" VALUES ('01A204E1-6119-7952-9A00-57C808E3EB3A','01A204E1-5A97-7005-A33D-99E9B59C3008','NW-JJVPHN',NULL,NULL,NULL,NULL,NULL,0,1,NULL,'2022-10-24 08:00:00',NULL,0,NULL,'2022-10-24 08:00:00',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "Registrations" VALUES ('01A204E1-6264-729C-BB4A-13C5563595C6','01A204E1-5A97-7005-A33D-99E9B59C3008','NW-R7MEGM','Đ','O''Şahin','dilan@example.net','(04471) 15-0','+494471150',0,0,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'6770A840FBD0C6980E32275B3242E0DF1C05037B1F946186843FFC749843E891','1ff8f1e81ea306f40aefa2e304d4a4c008e11adc5e1ae6a942bad8317df61005',X'8215AD589DA01B93565C9F563493B4FE7C1547BBBA0564430F45B2EFF5E56041','dilan@example.net','o''sahind','d o''sahin dilan@example.net nw-r7megm');
INSERT INTO "RoleAssignments" VALUES ('01A204E1-5C8C-749A-8705-A158C83501AE','01A204E1-5BF8-7C60-9AAB-0290586B3D66','Organizer',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A204E1-5F70-7025-ADF6-09A78D338F38','01A204E1-5F15-7DF2-8F7E-FA26A6508BC8','Staff',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A204E1-5FE1-73E2-ACB6-99B1B6A840BD','01A204E1-5F86-7AE0-BBF6-AF5FCEFD0D74','Carer','01A204E1-5A97-7005-A33D-99E9B59C3008');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122185309_Start','10.0.15');
CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
CREATE INDEX "IX_Audit_EventId_At" ON "Audit" ("EventId", "At");
CREATE INDEX "IX_Audit_RegistrationId" ON "Audit" ("RegistrationId");
CREATE INDEX "IX_Children_RegistrationId" ON "Children" ("RegistrationId");
CREATE UNIQUE INDEX "IX_Events_Slug" ON "Events" ("Slug");
CREATE INDEX "IX_GuideTopics_PartnerId" ON "GuideTopics" ("PartnerId");
CREATE UNIQUE INDEX "IX_GuideTopics_Slug" ON "GuideTopics" ("Slug");
CREATE INDEX "IX_OutboxMails_AddressKey_LastAttemptAt" ON "OutboxMails" ("AddressKey", "LastAttemptAt");
CREATE INDEX "IX_OutboxMails_EventId" ON "OutboxMails" ("EventId");
CREATE UNIQUE INDEX "IX_OutboxMails_MessageId" ON "OutboxMails" ("MessageId");
CREATE UNIQUE INDEX "IX_OutboxMails_OneConfirmation" ON "OutboxMails" ("RegistrationId") WHERE "Kind" = 'confirmation';
CREATE INDEX "IX_OutboxMails_RegistrationId" ON "OutboxMails" ("RegistrationId");
CREATE INDEX "IX_OutboxMails_State_NextAttemptAt" ON "OutboxMails" ("State", "NextAttemptAt");
CREATE INDEX "IX_Registrations_EmailKey" ON "Registrations" ("EmailKey");
CREATE INDEX "IX_Registrations_EventId_ArrivedAt" ON "Registrations" ("EventId", "ArrivedAt");
CREATE UNIQUE INDEX "IX_Registrations_EventId_FamilyKey" ON "Registrations" ("EventId", "FamilyKey");
CREATE INDEX "IX_Registrations_EventId_SortKey" ON "Registrations" ("EventId", "SortKey");
CREATE UNIQUE INDEX "IX_Registrations_LinkHash" ON "Registrations" ("LinkHash");
CREATE UNIQUE INDEX "IX_Registrations_Reference" ON "Registrations" ("Reference");
CREATE UNIQUE INDEX "IX_RepeatedSignUps_Reference" ON "RepeatedSignUps" ("Reference");
CREATE INDEX "IX_RepeatedSignUps_RegistrationId" ON "RepeatedSignUps" ("RegistrationId");
CREATE UNIQUE INDEX "IX_RoleAssignments_AccountId_Role_EventId" ON "RoleAssignments" ("AccountId", "Role", "EventId");
CREATE INDEX "IX_RoleAssignments_EventId" ON "RoleAssignments" ("EventId");
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
