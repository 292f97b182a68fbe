-- link: /anmeldung/c32mQHTRhkwivQD85utVwdEDyNJ_EbeYz_oY-AC1Vbk
CREATE TABLE "AskedMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AskedMails" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL
);
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
, "AccountId" TEXT NULL);
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
CREATE TABLE "DataProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);
CREATE TABLE "EndedSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_EndedSessions" PRIMARY KEY,
    "Until" TEXT NOT NULL
);
CREATE TABLE "Events" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Events" PRIMARY KEY,
    "AccessNotes" TEXT NULL,
    "ArchivedAt" TEXT NULL,
    "Audience" TEXT NOT NULL,
    "CancelledAt" TEXT NULL,
    "CancelledBecause" TEXT NULL,
    "ChildcareDeadlineBound" TEXT NULL,
    "ChildcareSeats" INTEGER NULL,
    "ChildcareTaken" INTEGER NOT NULL,
    "ChildrenErasedAt" TEXT NULL,
    "ChildrenKeptDays" INTEGER NOT NULL DEFAULT 7,
    "ConfirmationText" TEXT NULL,
    "ContactEmail" TEXT NOT NULL,
    "ContactName" TEXT NOT NULL,
    "ContactPhone" TEXT NULL,
    "Date" TEXT NOT NULL,
    "DeadlineBound" TEXT NOT NULL,
    "Description" TEXT NULL,
    "EndsAt" TEXT NOT NULL,
    "GuestsBelieve" TEXT NULL,
    "Host" TEXT NOT NULL,
    "IsDraft" INTEGER NOT NULL,
    "IsFestive" INTEGER NOT NULL,
    "Lead" TEXT NOT NULL,
    "OffersChildcare" INTEGER NOT NULL,
    "OpensAt" TEXT NULL,
    "Place" TEXT NOT NULL,
    "Price" TEXT NULL,
    "Programme" TEXT NULL,
    "Questions" TEXT NULL,
    "RegistrationsErasedAt" TEXT NULL,
    "RegistrationsKeptDays" INTEGER NOT NULL DEFAULT 30,
    "RemindedAt" TEXT NULL,
    "ReminderText" TEXT NULL,
    "Reminds" INTEGER NOT NULL DEFAULT 1,
    "Revision" INTEGER NOT NULL,
    "Seats" INTEGER NULL,
    "SeatsTaken" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "ShortTitle" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "Switch" TEXT NOT NULL,
    "SwitchedAt" TEXT NULL,
    "SwitchedBy" TEXT NULL,
    "Title" TEXT NOT NULL,
    CONSTRAINT "CK_Events_Kept" CHECK ("ChildrenKeptDays" >= 0 AND "RegistrationsKeptDays" BETWEEN 0 AND 180),
    CONSTRAINT "CK_Events_Seats" CHECK (("Seats" IS NULL OR "Seats" >= 0) AND ("ChildcareSeats" IS NULL OR "ChildcareSeats" >= 0)),
    CONSTRAINT "CK_Events_Taken" CHECK ("SeatsTaken" >= 0 AND "ChildcareTaken" >= 0)
);
CREATE TABLE "FlyerTips" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FlyerTips" PRIMARY KEY,
    "Position" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL
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
    "Delay" TEXT NULL, "AccountId" TEXT NULL, "Occasion" TEXT NULL,
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
CREATE TABLE "Processes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Processes" PRIMARY KEY,
    "StartedAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "DecidedUntil" TEXT NOT NULL
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
    "SearchKey" TEXT NULL, "Answers" TEXT NULL,
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
CREATE TABLE "Settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL
);
CREATE TABLE "SignInTallies" (
    "AddressHash" BLOB NOT NULL CONSTRAINT "PK_SignInTallies" PRIMARY KEY,
    "Count" INTEGER NOT NULL,
    "LastAt" TEXT NOT NULL,
    "ClosedUntil" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
INSERT INTO "AspNetUserTokens" VALUES ('01A22E75-BE48-7974-B81A-112EF09C0A39','netzwerk','app','CfDJ8NLFnMTN21RJvmPda463erXcKXGgbkK5p0zhROA9e9EHF+8uUT0/gtrSvTR70zeWVyT6YXBliQi7mC9Gw0i0tkkn25R7AJKLP32/GwyWtEAEVPXOFj7TGCbKEx6afXn7DzC3EQcGUbLNyFEzO+KW5+4=');
INSERT INTO "AspNetUserTokens" VALUES ('01A22E75-BE48-7974-B81A-112EF09C0A39','netzwerk','app-step','0000000000059869193');
INSERT INTO "AspNetUsers" VALUES ('01A22E75-BE48-7974-B81A-112EF09C0A39','Karin Probe','karin@netzwerk.test','KARIN@NETZWERK.TEST','karin@netzwerk.test','KARIN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAENpjscPKbAr1zkmgbhXkf4HxcYMjXOgaD6U1YcI2rIKe2Hx6m4kERGT+U436jqAzfA==','FDDEEQ4WMPEY7ZDSMXJG52K5WEUEWIGS','bd67fca1-f596-4a64-8832-d04bcea8b5a3',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A22E75-DAC4-7597-B8F1-B5BC313E5C9F','Stefan Probe','stefan@netzwerk.test','STEFAN@NETZWERK.TEST','stefan@netzwerk.test','STEFAN@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAECieel4lImN9PMhZa32CFvhdB2nzWpJjrEa/gTeKKSqhlzOfNQ39EY/qb5bL4HKfUw==','5ORF4QZ6JUZGI4GYKQ4JX37SGXCBZ4HB','08d27d25-0704-4a8b-952f-88df8d5a2a69',NULL,0,0,NULL,1,0);
INSERT INTO "AspNetUsers" VALUES ('01A22E75-DE90-749A-9F94-7DD156F4AF8E','Clara Probe','clara@netzwerk.test','CLARA@NETZWERK.TEST','clara@netzwerk.test','CLARA@NETZWERK.TEST',1,'AQAAAAIAA1tgAAAAEAqQrlZoq43qjI1yOp6KfNLl7zfA92ca/h1w9Su4axchnCCEtrze1g2a2MrQxzG+UQ==','C5L3Y4OS7DVA5TJGFQA36ENE6WL7A3XM','a0c540b2-8c1b-414b-ab4b-ae782127e5bc',NULL,0,0,NULL,1,0);
INSERT INTO "Audit" VALUES ('01A22E75-E637-7609-816A-51B733B87649','2022-10-24 08:00:00','SignedUp',NULL,'01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-E449-774B-91FA-FCB9597116E7',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A22E75-EAF6-7EDD-BC3E-4F96868ECE58','2022-10-24 08:00:00','SignedUp',NULL,'01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-EAD2-71D3-A64D-E5382395C95B',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A22E75-EB2E-78D0-B554-C23095B0872A','2022-10-24 08:00:00','SignedUp',NULL,'01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-EB13-7559-B939-1691BB3B6466',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A22E75-F23C-708A-A9FC-377686B1B214','2022-10-24 08:00:00','Erased','Karin Probe','01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-EB13-7559-B939-1691BB3B6466',NULL,NULL);
INSERT INTO "Audit" VALUES ('01A22E75-F76C-7FE2-A2BE-B877BAB4CF5C','2022-10-24 08:00:00','SignedUp',NULL,'01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-F767-7B21-BE58-535862E3ADDA',NULL,NULL);
INSERT INTO "Children" VALUES ('01A22E75-E5A2-73D3-82E1-B1CBF91726FC','01A22E75-E449-774B-91FA-FCB9597116E7',1,'Ömer',4,0);
INSERT INTO "Children" VALUES ('01A22E75-E5A3-7520-8961-0B8E254B9B2C','01A22E75-E449-774B-91FA-FCB9597116E7',2,'Ada',11,1);
INSERT INTO "Events" VALUES ('01A22E75-AE9A-7C83-BA6E-55155895127B',NULL,NULL,'Alleinerziehende Mütter und Väter aus dem Landkreis Cloppenburg, Netzwerkpartner und alle, die sich dafür interessieren',NULL,NULL,NULL,NULL,3,NULL,7,NULL,'kl.holthaus@lkclp.de','Karin kl. Holthaus',NULL,'2022-11-11','2022-11-04 23:00:00',NULL,'16:30:00',NULL,'Netzwerk „Wirksame Hilfen für Alleinerziehende“, vertreten durch den Landkreis Cloppenburg',0,1,'Das Netzwerk wird elf, am 11. 11. Feiern Sie mit uns – und sagen Sie, was Alleinerziehende brauchen.',1,NULL,'Kreishaus Cloppenburg',NULL,'[{"IsHighlight":false,"Text":"Was das Netzwerk f\u00FCr Alleinerziehende erreichen will.","Title":"Die Ziele des Netzwerks"},{"IsHighlight":false,"Text":"Fachleute sprechen mit Ihnen \u00FCber das, was Alleinerziehende bewegt. Eine Frage k\u00F6nnen Sie schon mit der Anmeldung schicken.","Title":"Ihre Herausforderungen, Ihre W\u00FCnsche"},{"IsHighlight":true,"Text":"Sie zeigen die R\u00FCckkehr in den Beruf aus einer anderen Perspektive.","Title":"Besonders: die \u201EBunten Frauen Visbek\u201C"}]','[]',NULL,30,NULL,NULL,1,7,120,7,0,'Jubiläumsfeier','jubilaeum-2022','15:00:00','Schedule',NULL,NULL,'Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“');
INSERT INTO "GuideTopics" VALUES ('01A22E75-B337-747F-A61E-1FADB63C1F35',4,'gleichstellung','Gleichstellung','Sie ist die Gleichstellungsbeauftragte der Stadt Friesoythe.','01A22E75-B2D0-74D4-9721-990055F7245F');
INSERT INTO "GuideTopics" VALUES ('01A22E75-B337-7529-9222-78C1677C8C4E',5,'wer-ist-zustaendig','Ich weiß nicht, wer zuständig ist','Fragen Sie eine beliebige Stelle im Netzwerk. Jede vermittelt Sie an die passende.',NULL);
INSERT INTO "GuideTopics" VALUES ('01A22E75-B337-7D87-BA9A-55636D721A90',1,'zurueck-in-den-beruf','Zurück in den Beruf','Sie ist im Jobcenter für Chancengleichheit am Arbeitsmarkt zuständig.','01A22E75-B2CE-7163-B385-43A401184606');
INSERT INTO "GuideTopics" VALUES ('01A22E75-B337-7E0B-A89D-EA24BB2D9A92',3,'beruf-und-familie','Beruf und Familie vereinbaren','Die Koordinierungsstelle verbindet Frauen und Wirtschaft im Oldenburger Münsterland.','01A22E75-B2D0-7B29-BA58-98713B793FA9');
INSERT INTO "GuideTopics" VALUES ('01A22E75-B337-7E76-8431-2C8F96139546',2,'schwangerschaft','Schwangerschaft','Sie berät Schwangere.','01A22E75-B2D0-792F-9598-7E8C3EAC9273');
INSERT INTO "OutboxMails" VALUES ('01A22E75-E9FC-7FB9-89C3-A0B03A4FD638','confirmation','01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-E449-774B-91FA-FCB9597116E7','anna.oeztuerk@example.org','anna.oeztuerk@example.org','Anna Öztürk','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Anna Öztürk,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 2 Erwachsene, 2 Kinder in der Betreuung
Kennung: NW-CX6PDW

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

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
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>2 Erwachsene, 2 Kinder in der Betreuung</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-CX6PDW</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
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
DESCRIPTION:Ihre Kennung: NW-CX6PDW. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a22e75e449774b91fafcb9597116e7@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a22e75e9fc7fb989c3a0b03a4fd638@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-30 21:56:49.716303','2026-11-30 21:56:49.716303',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL,NULL,NULL);
INSERT INTO "OutboxMails" VALUES ('01A22E75-EAF8-794E-A102-4FF3B39413EF','confirmation','01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-EAD2-71D3-A64D-E5382395C95B','bernd@example.com','bernd@example.com','Bernd Müller-Voß','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Bernd Müller-Voß,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-HEDHD3

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

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
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-HEDHD3</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
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
DESCRIPTION:Ihre Kennung: NW-HEDHD3. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a22e75ead271d3a64de5382395c95b@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a22e75eaf8794ea1024ff3b39413ef@netzwerk.test','2022-10-24 08:00:00','Sent',1,'1970-01-01 00:00:00','2026-11-30 21:56:50.135227','2026-11-30 21:56:50.135227',NULL,1,'2022-10-24 08:00:00','250 OK',0,NULL,NULL,NULL);
INSERT INTO "OutboxMails" VALUES ('01A22E75-F76E-7E66-A86F-09A9DD922183','confirmation','01A22E75-AE9A-7C83-BA6E-55155895127B','01A22E75-F767-7B21-BE58-535862E3ADDA','dilan@example.net','dilan@example.net','Đ O''Şahin','Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022','Sie sind angemeldet

Guten Tag Đ O''Şahin,

schön, dass Sie kommen. Das haben wir notiert:

Was: Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“
Wann: Freitag, 11. November 2022, 15:00–16:30 Uhr
Wo: Kreishaus Cloppenburg
Wer: 1 erwachsene Person
Kennung: NW-KHC34K

Anmeldung ansehen oder abmelden:
persoenlicher-link

Können Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11. November 2022, 15:00 Uhr über diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.

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
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wann</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Freitag, 11.&#160;November&#160;2022, 15:00–16:30&#160;Uhr</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wo</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>Kreishaus Cloppenburg</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Wer</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>1 erwachsene Person</b></td></tr>
<tr><td style="padding:4px 16px 4px 0;vertical-align:top">Kennung</td><td style="padding:4px 16px 4px 0;vertical-align:top"><b>NW-KHC34K</b></td></tr>
</table>
<p style="margin:0 0 24px"><a href="persoenlicher-link" style="display:inline-block;padding:14px 24px;background:#2044aa;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:bold">Anmeldung ansehen oder abmelden</a></p>
<p style="margin:0 0 16px">K&#246;nnen Sie doch nicht kommen? Melden Sie sich bitte bis Freitag, 11.&#160;November&#160;2022, 15:00&#160;Uhr &#252;ber diesen Link ab. Dann kann eine andere Familie Ihren Platz bekommen. Geben Sie den Link nicht weiter: Wer ihn hat, kann Sie abmelden.</p>
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
DESCRIPTION:Ihre Kennung: NW-KHC34K. Fragen beantwortet Karin kl. Holthaus
 : kl.holthaus@lkclp.de
DTEND;TZID=Europe/Berlin:20221111T163000
DTSTAMP:20221024T080000Z
DTSTART;TZID=Europe/Berlin:20221111T150000
LOCATION:Kreishaus Cloppenburg
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jubiläumsfeier
UID:01a22e75f7677b21be58535862e3adda@netzwerk.test
URL:https://netzwerk.test/veranstaltungen/jubilaeum-2022
END:VEVENT
END:VCALENDAR
','kl.holthaus@lkclp.de','Karin kl. Holthaus',1,'01a22e75f76e7e66a86f09a9dd922183@netzwerk.test','2022-10-24 08:00:00','Waiting',0,'1970-01-01 00:00:00',NULL,NULL,NULL,0,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "Partners" VALUES ('01A22E75-B2CE-7163-B385-43A401184606',1,'Anja Komossa','Jobcenter Cloppenburg','Beauftragte für Chancengleichheit am Arbeitsmarkt','Initiatorin und Gründungsmitglied');
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-74D4-9721-990055F7245F',6,'Sandra kl. Stüve','Stadt Friesoythe','Gleichstellungsbeauftragte',NULL);
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-792F-9598-7E8C3EAC9273',3,'Ivonne Flerlage','Diakonisches Werk','Schwangerenberatung',NULL);
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-7B1D-A52F-2B8D9FAF1B81',2,'Dr. Christina Neumann','Landkreis Cloppenburg','ehemalige Gleichstellungsbeauftragte','Initiatorin');
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-7B29-BA58-98713B793FA9',7,'Renate Hitz','Koordinierungsstelle Frauen und Wirtschaft, Oldenburger Münsterland',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-7D3F-82FA-950623474658',5,'Elisabeth Kessens','Caritas-Sozialwerk Cloppenburg',NULL,NULL);
INSERT INTO "Partners" VALUES ('01A22E75-B2D0-7F99-9447-54550632964D',4,'Ines Luthmann','Sozialdienst katholischer Frauen Cloppenburg','Geschäftsführerin',NULL);
INSERT INTO "Processes" VALUES ('01A22E75-BC0F-7E35-9A90-B29E7E487800','2026-11-30 21:56:37.51961','2026-11-30 21:56:37.601501','2022-10-24 08:00:00');
INSERT INTO "Registrations" VALUES ('01A22E75-E449-774B-91FA-FCB9597116E7','01A22E75-AE9A-7C83-BA6E-55155895127B','NW-CX6PDW','Anna','Öztürk','anna.oeztuerk@example.org','0171 3920012','+491713920012',1,2,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'ADD693F3548DA0C3385938BB4923A8683AF0A6776E0F4420C201DABD09C8BDFF','b03cb9d7b883632f2092e9ff7b56b77c4a4bd61d18692b4d1e78f26fad6ba46f',X'175BA37CBB8EED6DF181FAC8A935C9775610719D6B52FB0CA696CAF467DF9306','anna.oeztuerk@example.org','ozturkanna','anna ozturk anna.oeztuerk@example.org nw-cx6pdwanna ozturk anna.ozturk@example.org nw-cx6pdw','[]');
INSERT INTO "Registrations" VALUES ('01A22E75-EAD2-71D3-A64D-E5382395C95B','01A22E75-AE9A-7C83-BA6E-55155895127B','NW-HEDHD3','Bernd','Müller-Voß','bernd@example.com',NULL,NULL,0,0,NULL,'2022-10-24 08:00:00',NULL,0,'2022-10-24 08:00:00',NULL,NULL,1,X'A32E9A6757678D912950EE26925DC75DB57E2FCBFE7302A6533838A4CCAADA4C',NULL,X'37E62AABC664EC17769319042E9D380EFC924434C8F90EF220FF3226C0894936','bernd@example.com','muller-vossbernd','bernd muller-voss bernd@example.com nw-hedhd3bernd muller-voss bernd@example.com nw-hedhd3','[]');
INSERT INTO "Registrations" VALUES ('01A22E75-EB13-7559-B939-1691BB3B6466','01A22E75-AE9A-7C83-BA6E-55155895127B','NW-FTQWEE',NULL,NULL,NULL,NULL,NULL,0,1,NULL,'2022-10-24 08:00:00',NULL,0,NULL,'2022-10-24 08:00:00',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,'[]');
INSERT INTO "Registrations" VALUES ('01A22E75-F767-7B21-BE58-535862E3ADDA','01A22E75-AE9A-7C83-BA6E-55155895127B','NW-KHC34K','Đ','O''Şahin','dilan@example.net','(04471) 15-0','+494471150',0,0,NULL,'2022-10-24 08:00:00',NULL,0,NULL,NULL,NULL,1,X'BCF41A1D9C5F71959A19CC2FFEDEF209055738FE2A61B5D2C26C9C3A48D066F7','1ff8f1e81ea306f40aefa2e304d4a4c008e11adc5e1ae6a942bad8317df61005',X'04AB2D0AE844526648E0EB741A7C4597F859AD25E365B042125EAD5C707A1F7E','dilan@example.net','o''sahind','d o''sahin dilan@example.net nw-khc34kd o''sahin dilan@example.net nw-khc34k','[]');
INSERT INTO "RoleAssignments" VALUES ('01A22E75-C254-7FBB-B383-011D616A8E44','01A22E75-BE48-7974-B81A-112EF09C0A39','Organizer',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A22E75-DDCE-73B3-8E76-DC4FEC16D76B','01A22E75-DAC4-7597-B8F1-B5BC313E5C9F','Staff',NULL);
INSERT INTO "RoleAssignments" VALUES ('01A22E75-E1FB-7BD5-AD4C-94FF442B5B2A','01A22E75-DE90-749A-9F94-7DD156F4AF8E','Carer','01A22E75-AE9A-7C83-BA6E-55155895127B');
INSERT INTO "Settings" VALUES ('Done:Partners','','2026-11-30 21:56:35.121101','');
INSERT INTO "Settings" VALUES ('Setup:Code','CfDJ8NLFnMTN21RJvmPda463erWrxwMqkTWmAV6GkICIcDjcyadR3enxVw5yUtWLRjPlkYlrW1eF5y0KFi5gNpt5HtL1JuiW2BKeQhJvPn-OMJAIxPB0hhbgwBmb6_XxmkVpH-XFzTx54pDouRmr-Siq8xey15Ih8hrNoTrNepA903Pc','2026-11-30 21:56:37.568449','');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122185309_Start','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122214349_Installation','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123004158_SharedState','10.0.15');
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
CREATE INDEX "IX_OutboxMails_AccountId" ON "OutboxMails" ("AccountId");
CREATE INDEX "IX_OutboxMails_AddressKey_LastAttemptAt" ON "OutboxMails" ("AddressKey", "LastAttemptAt");
CREATE INDEX "IX_OutboxMails_EventId" ON "OutboxMails" ("EventId");
CREATE UNIQUE INDEX "IX_OutboxMails_MessageId" ON "OutboxMails" ("MessageId");
CREATE UNIQUE INDEX "IX_OutboxMails_OneConfirmation" ON "OutboxMails" ("RegistrationId") WHERE "Kind" = 'confirmation';
CREATE UNIQUE INDEX "IX_OutboxMails_OneReminder" ON "OutboxMails" ("RegistrationId", "Occasion") WHERE "Kind" = 'reminder';
CREATE INDEX "IX_OutboxMails_RegistrationId" ON "OutboxMails" ("RegistrationId");
CREATE INDEX "IX_OutboxMails_State_NextAttemptAt" ON "OutboxMails" ("State", "NextAttemptAt");
CREATE INDEX "IX_Registrations_EmailKey" ON "Registrations" ("EmailKey");
CREATE INDEX "IX_Registrations_EventId_ArrivedAt_Id" ON "Registrations" ("EventId", "ArrivedAt", "Id");
CREATE INDEX "IX_Registrations_EventId_CancelledAt" ON "Registrations" ("EventId", "CancelledAt");
CREATE UNIQUE INDEX "IX_Registrations_EventId_FamilyKey" ON "Registrations" ("EventId", "FamilyKey");
CREATE INDEX "IX_Registrations_EventId_SortKey_Id" ON "Registrations" ("EventId", "SortKey", "Id");
CREATE UNIQUE INDEX "IX_Registrations_LinkHash" ON "Registrations" ("LinkHash");
CREATE UNIQUE INDEX "IX_Registrations_Reference" ON "Registrations" ("Reference");
CREATE UNIQUE INDEX "IX_RepeatedSignUps_Reference" ON "RepeatedSignUps" ("Reference");
CREATE INDEX "IX_RepeatedSignUps_RegistrationId" ON "RepeatedSignUps" ("RegistrationId");
CREATE UNIQUE INDEX "IX_RoleAssignments_AccountId_Role_EventId" ON "RoleAssignments" ("AccountId", "Role", "EventId");
CREATE INDEX "IX_RoleAssignments_EventId" ON "RoleAssignments" ("EventId");
CREATE INDEX "IX_SignInTallies_LastAt" ON "SignInTallies" ("LastAt");
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
