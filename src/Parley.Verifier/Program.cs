namespace Parley.Verifier;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [var casePath, var certificatePath])
        {
            return VerifyCommand.Run(casePath, certificatePath, Console.Out, Console.Error);
        }

        Console.Error.WriteLine("Usage: Parley.Verifier CASE.yaml CERTIFICATE.json");
        return VerifyCommand.ExitUsage;
    }
}
