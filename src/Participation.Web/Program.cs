using Participation.Data.Engines;
using Participation.Web.Hosting;
using Participation.Web.Verbs;

return await Participation.Web.Program.Run(args);

namespace Participation.Web
{
    /// <summary>Serves, or does one of its verbs (<c>-- migrate</c>, <c>-- report SLUG …</c>) and ends.</summary>
    public static class Program
    {
        public static async Task<int> Run(string[] args)
        {
            try
            {
                return Verb.Named(args) is { } verb ? await VerbHost.Run(verb, args[1..]) : await ServerHost.Run(args);
            }
            catch (Exception why) when (why is SettingException or DatabaseUnusableException or VerbException or AddressInUseException)
            {
                await Console.Error.WriteLineAsync(why.Message);
                return 1;
            }
        }
    }
}
