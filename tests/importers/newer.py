"""Reports, forms and lists of the shapes that sources of 2023 and later show; the people and words are invented.

Tried once the readers were done. `docs/imports-tried.md` says how each came out, and of when its source is.
"""

from tests.importers.layouts import GITHUB, Layout

ATTENDANCE = {
    "learning-circle": Layout(
        "A learning circle's meeting: names, and who has sent a report",
        GITHUB + "gtech-mulearn/mulearnbackend/pull/3163",
        "MuID,Full Name,Report Submitted,LC Approved,Report,Report Link\n"
        "amina@x,Amina Khan,Yes,Yes,We met,https://files.example/1\njoe@x,Joe Bell,No,No,,\n",
    ),
    "zoom-cameras": Layout(
        "Names without a header, each with whether the camera was on",
        GITHUB + "bitfocus/companion-module-zoom-osc-iso/issues/137",
        "Amina Khan,true\nJoe Bell,false\n",
    ),
    "parts-of-a-day": Layout(
        "A day in three parts, each with a word, and a word for all of it",
        GITHUB + "PSITS-UCMAIN/psits-web-react/pull/625",
        "Name,Attendance,Morning Session,Afternoon Session,Evening Session\n"
        "Amina Khan,Present,Present,Absent,Not Available Yet\nJoe Bell,Absent,Absent,--,Not Available Yet\n",
    ),
    "attendance-status": Layout(
        "Names with the time of registration and a status of attendance",
        GITHUB + "Ayushh-Sharmaa/NexaSphere/pull/3477",
        "Name,Email,Registration Time,Attendance Status\nAmina Khan,,2026-06-01T09:00:00Z,Attended\n"
        "Joe Bell,,2026-06-02T09:00:00Z,Not Attended\n",
    ),
    "rates-of-a-period": Layout(
        "How many meetings each attended in a period, with a rank",
        GITHUB + "imuniqueshiv/MeetOnMemory/pull/2157",
        "Rank,Member Name,Member Email,Meetings Attended,Total Meetings in Period,Attendance Rate (%)\n"
        "1,Amina Khan,,4,5,80.0\n2,Joe Bell,,0,5,0.0\n",
    ),
    "door-list": Layout(
        "A door list made before the day: status and times of registration",
        GITHUB + "rogerSuperBuilderAlpha/cursor-boston/pull/815",
        "First,Last,Email,Phone,Org,Status,Registered,Updated,UID\n"
        "Amina,Khan,,,ICB,active,2026-05-01 09:00,2026-05-01 09:00,u1\n"
        "Joe,Bell,,,Acute,cancelled,2026-05-02 09:00,2026-05-03 09:00,u2\n",
    ),
    "attendees-in-columns": Layout(
        "A booking a row, its attendees in columns with address in brackets",
        GITHUB + "calcom/cal.diy/pull/22092",
        "title,startTime,endTime,attendee1,attendee2,noShowGuests\n"
        "Home First,2026-06-09T10:00:00Z,2026-06-09T11:30:00Z,Amina Khan (a@anytown.example),"
        "Joe Bell (j@hospitals.example),j@hospitals.example\n",
    ),
    "checked-in-but-left": Layout(
        "A check-in list with the times of coming and going, and who left",
        GITHUB + "fossasia/eventyay/issues/4191",
        "Order code,Product,Email,Name,Ticket code,Status,Check-in,Exit\n"
        "AB1,Free,,Amina Khan,t1,Checked in,2026-06-09 10:00,\n"
        "AB2,Free,,Joe Bell,t2,Checked in but left,2026-06-09 10:00,2026-06-09 10:30\n"
        "AB3,Free,,Sam Reid,t3,Not checked in,,\n",
    ),
    "moodle-jitsi": Layout(
        "Moodle's Jitsi report: sessions, minutes, first joined and last seen",
        GITHUB + "SergioComeron/moodle-mod_jitsi/issues/182",
        "Full name,Sessions,Total minutes,First join,Last seen\n"
        "Amina Khan,1,90,2026-06-09 10:00,2026-06-09 11:30\nJoe Bell,2,30,2026-06-09 10:00,2026-06-09 11:00\n",
    ),
    "stream-visitors": Layout(
        "Brella's visitors of a stream, with seconds watched",
        "https://help.brella.io/organizers/understanding-your-post-event-data-stream-session-views",
        "id,email,first_name,last_name,job_title,company,content_title,view_count,duration_seconds\n"
        "1,,Amina,Khan,Nurse,ICB,Home First,1,5400\n2,,Joe,Bell,Manager,Acute,Home First,2,1800\n",
    ),
    "present-and-tardy": Layout(
        "Class: present, tardy, time in and time out",
        "https://www.class.com/support/class/instructor-guide/attendance/",
        "Name,Present,Tardy,Time In,Time Out\nAmina Khan,Yes,No,10:00 AM,11:30 AM\nJoe Bell,Yes,Yes,10:30 AM,"
        "11:00 AM\nSam Reid,No,No,,\n",
    ),
    "registrations-of-events": Layout(
        "Registrations: a name, an address and the event",
        GITHUB + "rubyforgood/awbw/pull/888",
        "First Name,Last Name,Email,Event\nAmina,Khan,,Home First\nJoe,Bell,,Home First\nSam,Reid,,Winter plans\n",
    ),
    "graph-without-times": Layout(
        "Graph's attendance with a time of joining or leaving that is null",
        GITHUB + "microsoftgraph/microsoft-graph-docs-contrib/issues/8572",
        "displayName,emailAddress,role,totalAttendanceInSeconds,joinDateTime,leaveDateTime\n"
        "Amina Khan,,Organizer,5400,2026-06-09T09:00:00Z,2026-06-09T10:30:00Z\n"
        "Joe Bell,,Attendee,1800,null,2026-06-09T09:30:00Z\n",
    ),
}
FORMS = {
    "a-row-an-answer": Layout(
        "A row for each answer: the event, the person, the question, the answer",
        GITHUB + "rokwire/illinois-app/issues/5160",
        "Event Name,Event Start Date,Event Start Time,UIN,NetID,First Name,Last Name,Question,Answer\n"
        "Home First,2026-06-09,10:00,1,ak,Amina,Khan,How useful was it?,5\n"
        "Home First,2026-06-09,10:00,1,ak,Amina,Khan,What was best?,The tables\n"
        "Home First,2026-06-09,10:00,2,jb,Joe,Bell,How useful was it?,4\n",
    ),
    "jetpack-responses": Layout(
        "Jetpack: title, source and date before the answers, consent after",
        GITHUB + "Automattic/jetpack/pull/28678",
        "Title,Source,Date,How useful was the session?,I felt heard,What was best?,Consent,IP Address\n"
        "Home First,https://x.example/f,2026-06-09 11:40:00,5,4,The tables,Yes,192.0.2.1\n"
        "Home First,https://x.example/f,2026-06-09 11:41:00,4,5,,No,192.0.2.2\n",
    ),
    "keys-for-questions": Layout(
        "Headers that are a form maker's keys",
        GITHUB + "Dapta-Tech/dapta-forms/issues/180",
        "id,status,created_at,rating_3,multiple_choice_13,text_21\n1,done,2026-06-09,5,Yes,The tables\n"
        "2,done,2026-06-09,4,No,\n",
    ),
    "typeform": Layout(
        "Typeform: questions word for word, names apart, a token at the end",
        GITHUB + "Dapta-Tech/dapta-forms/issues/180",
        "#,First name,Last name,How useful was the session?,Will you use something from today?,What was best?,"
        "Submitted At,Token\na1,Amina,Khan,5,1,The tables,2026-06-09 11:40:00,tok1\n"
        "a2,Joe,Bell,4,0,,2026-06-09 11:41:00,tok2\n",
    ),
    "positive-points": Layout(
        "Semicolons; what was good, what could be better, a comment",
        GITHUB + "Zenika/feedzback/issues/602",
        "email of the person giving the feedback;Positive points;Areas for improvement;Comment\n"
        "a@anytown.example;The tables;More breaks;Glad I came\nj@hospitals.example;The stories;;\n",
    ),
    "guarded-answers": Layout(
        "A time, then the questions; cells guarded against formulas",
        GITHUB + "SandeepVashishtha/Eventra/issues/2738",
        "Timestamp,How useful was the session?,I felt heard,What would you change?\n"
        "2026-06-09T10:40:00Z,5,4,'=more breaks\n2026-06-09T10:41:00Z,4,5,'-\n",
    ),
    "likely-to-recommend": Layout(
        "How likely to recommend, 0 to 10, what is liked and what is hard",
        GITHUB + "nf-core/website/pull/3232",
        "Timestamp,How likely are you to recommend this community?,What do you like the most?,"
        "What difficulties have you met?\n2026-06-09 11:40:00,10,The tables,Time\n2026-06-09 11:41:00,3,,Parking\n",
    ),
    "objects-for-answers": Layout(
        "A grid's answers saved as “[object Object]”",
        GITHUB + "revisit-studies/study/issues/783",
        "participantId,How useful was the session?,I felt heard\np1,[object Object],4\np2,[object Object],5\n",
    ),
    "formbricks": Layout(
        "Formbricks: numbered questions between many fixed columns",
        GITHUB + "formbricks/formbricks/pull/9101",
        "No.,Response ID,Timestamp,Finished,Survey ID,1. How useful was the session?,2. What was best?,Country,"
        "Browser,Duration Seconds,Finished At,Url\n1,r1,2026-06-09T10:40:00Z,Yes,s1,5,The tables,GB,Firefox,40,"
        "2026-06-09T10:41:00Z,https://x.example/f\n2,r2,2026-06-09T10:42:00Z,No,s1,4,,GB,Edge,20,,"
        "https://x.example/f\n",
    ),
}
LISTS = {
    "mailchimp-audience": Layout(
        "Mailchimp's audience",
        GITHUB + "buttondown/roadmap/issues/2276",
        '"Email Address","First Name","Last Name",EMAIL_TYPE,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,'
        "CONFIRM_IP,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n"
        'joe@hospitals.example,Joe,Bell,html,2,"2026-04-14 09:00:00",,"2026-04-14 09:00:00",,'
        '"2026-04-20 09:00:00",1,e1,,"""Home First"""\n',
    ),
    "outline-members": Layout(
        "Outline's members: made when, and last seen when",
        GITHUB + "outline/outline/issues/10802",
        "ID,name,email,lastActiveAt,lastActiveIp,createdAt\n"
        "1,Joe Bell,joe@hospitals.example,2026-06-01T09:00:00Z,192.0.2.1,2026-04-14T09:00:00Z\n",
    ),
    "several-organisations": Layout(
        "Participants with a position and several organisations",
        GITHUB + "mint-vernetzt/community-platform/issues/812",
        "Name,Email,Position,Organizations\nJoe Bell,joe@hospitals.example,Manager,"
        '"Anytown Hospitals, St Example Hospice"\n',
    ),
    "addresses-and-teams": Layout(
        "Members by address, with role and teams, without a name",
        GITHUB + "calcom/cal.diy/issues/19765",
        'email,link,role,teams\njoe@hospitals.example,https://x.example/joe,MEMBER,"One,Two"\n',
    ),
    "contacts-by-account": Layout(
        "Contacts of member companies: title, kind of membership, first contact",
        GITHUB + "adcontextprotocol/adcp/pull/5269",
        "First Name,Last Name,Title,Company,Email,Membership Type,Company Type,Primary Contact\n"
        "Joe,Bell,Manager,Anytown Hospitals,joe@hospitals.example,Professional,Trust,Yes\n",
    ),
    "hashed-addresses": Layout(
        "Contacts with an address, its hash, a telephone and an organisation",
        GITHUB + "etalab/transport-site/issues/4189",
        "ID,First Name,Last Name,Email,Email Hash,Phone Number,Job Title,Organization\n"
        "1,Joe,Bell,joe@hospitals.example,9f86d0,07700 900123,Manager,Anytown Hospitals\n",
    ),
    "mailing-list": Layout(
        "A mailing list: address, first name, last name",
        GITHUB + "thismatters/django-mailinglist/issues/14",
        "email,first_name,last_name\njoe@hospitals.example,Joe,Bell\n",
    ),
    "addresses-alone": Layout(
        "Addresses and nothing else",
        GITHUB + "cncf/open-community-groups/issues/285",
        "email\njoe@hospitals.example\n",
    ),
}
