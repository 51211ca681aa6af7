using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Mail;

namespace Participation.Application.People;

/// <summary>Tells somebody that an account was made for them; it says how to choose a password and holds no secret.</summary>
sealed class Invitations(AppDbContext db, TimeProvider clock)
{
    public void Queue(User user) => db.OutgoingMails.Add(new OutgoingMail($"invited:{user.Id}", user.Email!, Subject, Body, clock.GetUtcNow()));

    const string Subject = "市民参加サイトの利用登録のお知らせ";

    const string Body = """
        あなたの利用登録をしました。

        市民参加サイトの /account/recover のページで、このメールアドレスを入力し、パスワードを決めてください。
        心当たりがないときは、このメールを破棄してください。
        """;
}
